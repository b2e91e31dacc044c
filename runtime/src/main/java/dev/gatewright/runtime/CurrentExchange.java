package dev.gatewright.runtime;

import dev.gatewright.runtime.event.SecurityEvent.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets an adapter take one request through the gate, from {@link Gate#open} until {@link #close}.
 * Bound to the thread that opened it. One thread at a time uses it: the last that went on with it.
 */
public final class CurrentExchange implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CurrentExchange.class);

  private final RequestState request;
  private final BoundRequests bound;
  private final FailedAuthentications failures;
  private final SecurityEvents events;

  CurrentExchange(
      RequestState request,
      BoundRequests bound,
      FailedAuthentications failures,
      SecurityEvents events) {
    this.request = request;
    this.bound = bound;
    this.failures = failures;
    this.events = events;
  }

  /** The text that the client can quote, and that the log can be searched for. */
  public String correlationId() {
    return request.correlationId();
  }

  /**
   * Whether the request has passed the first stage for the endpoint that answers it: an adapter has
   * {@linkplain Gate#admit admitted} it, or the server itself has called the endpoint. Guards that
   * other code calls, as a filter may, do not count. Adapters let no answer out before.
   */
  public boolean isAdmitted() {
    return request.isAdmitted();
  }

  /** Takes the exchange off this thread without ending it, as another thread will go on. */
  public void suspend() {
    bound.unbind(request);
    if (request.isOnThisThread()) {
      request.leaveThread();
    }
  }

  /** Whether this thread uses the exchange, and no other has gone on with it since. */
  public boolean isOnThisThread() {
    return bound.current() == request && request.isOnThisThread();
  }

  /**
   * Takes the exchange of another request off this thread, if there is one, as the thread is about
   * to work for this one: an executor may run the tasks of all requests in the thread of one.
   *
   * @return puts the other exchange back, if it is open still; to be run on this thread, after
   *     {@link #suspend}
   */
  public Runnable setOtherAside() {
    RequestState other = bound.current();
    if (other == null || other == request) {
      return () -> {};
    }
    bound.unbind(other);
    return () -> bound.putBack(other);
  }

  /**
   * Goes on with an exchange on this thread. Guards on the thread that had it before refuse from
   * now on, if it has not suspended it yet.
   *
   * @throws IllegalStateException if this thread has another open exchange, or this one is closed
   */
  public void resume() {
    if (request.isClosed()) {
      throw new IllegalStateException("the exchange is closed");
    }
    bound.bind(request);
    request.takeThread();
  }

  /**
   * Says how the request was answered, as far as it was by now: adapters say so after each of its
   * dispatches, before {@link #close}. Of several answers the one counts that says least for a good
   * guess.
   *
   * <p>Limits on failed authentications are paid back only if the request came to an end without
   * one. Where nothing was said, or the answer is an error of the server, that cannot be known, and
   * the permit stays charged.
   *
   * @param status of HTTP; 500 where an exception left the application, its time was over or the
   *     client has gone
   */
  public void answered(int status) {
    request.answer(status);
  }

  /** Ends the exchange, and emits the event of an allowed request. Closing twice does nothing. */
  @Override
  public void close() {
    if (request.isClosed()) {
      return;
    }
    request.close();
    bound.unbind(request);
    try {
      failures.settle(request);
    } catch (RuntimeException unreachable) {
      // The exchange is over; the client only waits longer than it had to.
      log.warn("Permits could not be given back", unreachable);
    }
    if (request.endpoint() != null && !request.isRefused()) {
      events.decided(request, request.isEntered() ? Outcome.ALLOWED : Outcome.INCOMPLETE, null);
    }
  }
}
