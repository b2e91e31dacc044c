package dev.gatewright.runtime;

import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.charge.ChargedLimits;
import dev.gatewright.runtime.exchange.Client;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.policy.EndpointPolicy;
import org.jspecify.annotations.Nullable;

/** What is known of one request. One thread at a time uses it: the last that went on with it. */
final class RequestState {
  private final Exchange exchange;
  private final Client client;
  private final String correlationId;
  private final ChargedLimits charged;

  private @Nullable Caller caller;
  private long authenticatedAtMillis;
  private @Nullable EndpointPolicy endpoint;
  private @Nullable EndpointPolicy admitted;
  private boolean admissionIsUsed;
  private boolean entered;
  private boolean refused;
  private volatile boolean closed;

  /** How many failures had been reported without a request when this one began. */
  private final long failuresElsewhere;

  private volatile Answer answer = Answer.NONE;
  private volatile boolean failedElsewhere;

  /** The thread that uses it; null between two of them. */
  private volatile @Nullable Thread thread = Thread.currentThread();

  /** What is known of the answer, from what says most for a good guess to what says least. */
  private enum Answer {
    NONE,
    SUCCESS,
    CLIENT_ERROR,
    UNAUTHORIZED,
    SERVER_ERROR
  }

  RequestState(Exchange exchange, Client client, String correlationId, long failuresElsewhere) {
    this.exchange = exchange;
    this.client = client;
    this.correlationId = correlationId;
    this.charged = new ChargedLimits(exchange, client.address());
    this.failuresElsewhere = failuresElsewhere;
  }

  Exchange exchange() {
    return exchange;
  }

  Client client() {
    return client;
  }

  String correlationId() {
    return correlationId;
  }

  ChargedLimits charged() {
    return charged;
  }

  @Nullable Caller caller() {
    return caller;
  }

  void authenticated(Caller accepted, long millis) {
    caller = accepted;
    authenticatedAtMillis = millis;
    charged.callerIsKnown();
  }

  /** When the caller was last found to be authenticated, in milliseconds since 1970. */
  long authenticatedAtMillis() {
    return authenticatedAtMillis;
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

  boolean isEntered() {
    return entered;
  }

  /** Whether stage one was passed for an endpoint that answers the request. */
  boolean isAdmitted() {
    return admitted != null;
  }

  boolean isRefused() {
    return refused;
  }

  void refuse() {
    refused = true;
  }

  /** Notes the status of an answer; of several, the one that says least for a good guess counts. */
  void answer(int status) {
    Answer next =
        status >= 500
            ? Answer.SERVER_ERROR
            : status == 401
                ? Answer.UNAUTHORIZED
                : status >= 400 ? Answer.CLIENT_ERROR : Answer.SUCCESS;
    if (next.compareTo(answer) > 0) {
      answer = next;
    }
  }

  boolean isSuccess() {
    return answer == Answer.SUCCESS;
  }

  boolean isUnauthorized() {
    return answer == Answer.UNAUTHORIZED;
  }

  /** Whether the answer shows that the endpoint came to an end, and no guess was wrong. */
  boolean isConcluded() {
    return switch (answer) {
      case SUCCESS, CLIENT_ERROR -> true;
      case UNAUTHORIZED -> charged.hasFailed(); // Says what was counted already.
      case NONE, SERVER_ERROR -> false;
    };
  }

  /** A failure was reported in a thread that the request had left, or has not come to. */
  void failElsewhere() {
    failedElsewhere = true;
  }

  /**
   * Whether a failure may be of this request that was reported where nobody could tell.
   *
   * @param reported how many were reported without a request until now
   */
  boolean mayHaveFailedElsewhere(long reported) {
    return failedElsewhere || reported != failuresElsewhere;
  }

  boolean isClosed() {
    return closed;
  }

  void close() {
    closed = true;
  }

  boolean isOnThisThread() {
    return thread == Thread.currentThread();
  }

  void takeThread() {
    thread = Thread.currentThread();
  }

  void leaveThread() {
    thread = null;
  }

  /** Whether a guard on this thread may still use it. */
  boolean isUsable() {
    return !closed && isOnThisThread();
  }
}
