package dev.gatewright.runtime;

import dev.gatewright.runtime.auth.Caller;
import dev.gatewright.runtime.event.SecurityEvent.Outcome;
import dev.gatewright.runtime.exchange.Client;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusedException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the gate, from {@link Gate#open} until {@link #close}. Bound to
 * the thread that opened it. One thread at a time uses it: the last that went on with it.
 */
public final class CurrentExchange implements AutoCloseable {

  private final Gate gate;
  private final Exchange exchange;
  private final Client client;
  private final String correlationId;
  private final ChargedLimits charged = new ChargedLimits();

  private @Nullable Caller caller;
  private @Nullable EndpointPolicy endpoint;
  private @Nullable EndpointPolicy admitted;
  private boolean admissionIsUsed;
  private boolean entered;
  private boolean refused;
  private volatile boolean closed;

  /** The thread that uses it; null between two of them. */
  private volatile @Nullable Thread thread = Thread.currentThread();

  CurrentExchange(Gate gate, Exchange exchange, Client client, String correlationId) {
    this.gate = gate;
    this.exchange = exchange;
    this.client = client;
    this.correlationId = correlationId;
  }

  /** What the client can quote and the log can be searched for. */
  public String correlationId() {
    return correlationId;
  }

  /**
   * Whether the request has passed the first stage for an endpoint: a policy was asked, and it let
   * the request in. Adapters let no answer out before.
   */
  public boolean isAdmitted() {
    return admitted != null || entered;
  }

  /**
   * Asks whether a body may be read before it is known which of several endpoints the request is
   * for, as its fields decide: the transport and the limits by address, those of one endpoint at
   * least. Charges nothing; {@link Gate#admit} follows.
   *
   * @throws RefusedException if the request is refused
   */
  public void mayReadBodyFor(List<EndpointPolicy> endpoints) {
    EndpointPolicy widest =
        Collections.max(
            endpoints, Comparator.comparingLong(endpoint -> endpoint.input().maxBodyBytes()));
    try {
      gate.transport.check(this, widest);
      gate.limits.requireOneToGrant(this, endpoints);
    } catch (RefusedException refusal) {
      throw refusal;
    } catch (RuntimeException failure) {
      throw undecided(widest, failure);
    }
  }

  /** Takes the exchange off this thread without ending it, as another thread will go on. */
  public void suspend() {
    gate.unbind(this);
    if (isOnThisThread()) {
      thread = null;
    }
  }

  /** Whether this thread uses the exchange, and no other has gone on with it since. */
  public boolean isOnThisThread() {
    return thread == Thread.currentThread();
  }

  /** Whether a guard on this thread may still use it. */
  boolean isUsable() {
    return !closed && isOnThisThread();
  }

  /** Whether the request is over. */
  boolean isClosed() {
    return closed;
  }

  /**
   * Goes on with an exchange on this thread. Guards on the thread that had it before refuse from
   * now on, if it has not suspended it yet.
   *
   * @throws IllegalStateException if this thread has another open exchange, or this one is closed
   */
  public void resume() {
    if (closed) {
      throw new IllegalStateException("the exchange is closed");
    }
    gate.bind(this);
    thread = Thread.currentThread();
  }

  /** Ends the exchange, and emits the event of an allowed request. Closing twice does nothing. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    gate.unbind(this);
    gate.giveBack(charged);
    if (endpoint != null && !refused) {
      gate.events().decided(this, entered ? Outcome.ALLOWED : Outcome.INCOMPLETE, null);
    }
  }

  Exchange exchange() {
    return exchange;
  }

  Client client() {
    return client;
  }

  @Nullable Caller caller() {
    return caller;
  }

  void authenticated(Caller accepted) {
    caller = accepted;
    charged.callerIsKnown();
  }

  /** The endpoint that the request is for; null before it reached one. */
  @Nullable EndpointPolicy endpoint() {
    return endpoint;
  }

  /** From here on refusals and events name this endpoint, unless it is inside another. */
  void reach(EndpointPolicy policy) {
    if (!entered) {
      endpoint = policy;
    }
  }

  /** Stage one is passed for this endpoint, which is called next. */
  void admitTo(EndpointPolicy policy) {
    admitted = policy;
    admissionIsUsed = false;
  }

  boolean isAdmittedTo(EndpointPolicy policy) {
    return admitted == policy;
  }

  /** Whether stage one is passed for this call of an endpoint: an admission is good for one. */
  boolean isToEnter(EndpointPolicy policy) {
    return admitted == policy && !admissionIsUsed;
  }

  void enter(EndpointPolicy policy) {
    if (admitted == policy) {
      admissionIsUsed = true;
    }
    entered = true;
  }

  ChargedLimits charged() {
    return charged;
  }

  RefusedException undecided(EndpointPolicy policy, RuntimeException failure) {
    return gate.undecided(this, policy, failure);
  }

  RefusedException refuse(Refusal refusal) {
    refused = true;
    if (refusal.reason().isFailedAuthentication()) {
      charged.spendHeld();
    }
    gate.events().decided(this, Outcome.REFUSED, refusal);
    return new RefusedException(refusal, correlationId);
  }
}
