package dev.gatewright.runtime;

import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.exchange.TrustedProxies;
import dev.gatewright.runtime.input.InputValidator;
import dev.gatewright.runtime.limit.EffectiveLimits;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusedException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides every request, always in the same order:
 *
 * <ol>
 *   <li>transport: HTTPS, sane headers, a declared body within bounds
 *   <li>limits by address
 *   <li>authentication and revocation
 *   <li>limits by caller
 *   <li>access: roles, scopes, authentication context
 * </ol>
 *
 * <p>That is stage one; it needs no argument, and adapters call it ({@link #admit}) before a byte
 * of the body is read. Stage two, in the generated guard ({@link #enter}), validates the arguments
 * and asks the object-level policies. A guard whose adapter did not come first does stage one
 * itself.
 *
 * <p>A guard that is called inside another, or by a forward, decides again and charges what the
 * exchange was not charged by yet: each limit by who calls once in an exchange, by the first
 * endpoint that has it; limits by argument with each call.
 *
 * <p>Fails closed: without an exchange, or when anything in here throws, the request is refused.
 * Thread-safe.
 */
public final class Gate {
  private static final String CORRELATION_ID = "X-Correlation-Id";

  private final BoundRequests bound = new BoundRequests();
  private final TrustedProxies trustedProxies;
  private final EffectiveLimits effectiveLimits;
  private final StageOne stageOne;
  private final InputValidator validator;

  Gate(
      TrustedProxies trustedProxies,
      EffectiveLimits effectiveLimits,
      StageOne stageOne,
      InputValidator validator) {
    this.trustedProxies = trustedProxies;
    this.effectiveLimits = effectiveLimits;
    this.stageOne = stageOne;
    this.validator = validator;
  }

  /**
   * Takes a request up, on this thread. The adapter closes what it gets when the response is
   * complete.
   *
   * @throws IllegalStateException if this thread has an exchange already
   */
  public CurrentExchange open(Exchange exchange) {
    RequestState request =
        new RequestState(
            exchange,
            trustedProxies.client(exchange),
            SecurityEvents.newCorrelationId(),
            stageOne.failures().reportedElsewhere());
    exchange.setResponseHeader(CORRELATION_ID, request.correlationId());
    // Last: where this throws, the caller has nothing to close.
    bound.bind(request);
    return new CurrentExchange(request, bound, stageOne.failures(), stageOne.events());
  }

  /**
   * Makes an endpoint's counters ready, for adapters to call at start-up.
   *
   * @throws IllegalArgumentException if a limit cannot be kept, or sets challenges while there is
   *     no challenger; names the limit, what is wrong and the fix
   */
  public void prepare(EndpointPolicy policy) {
    stageOne.limits().prepare(policy);
  }

  /** The limits in force, to be looked at and changed. */
  public EffectiveLimits limits() {
    return effectiveLimits;
  }

  /**
   * Stage one, for adapters.
   *
   * @throws RefusedException if the request is refused
   */
  public void admit(EndpointPolicy policy) {
    RequestState request = current(policy);
    if (!request.isAdmittedTo(policy)) {
      stageOne.pass(request, policy);
      request.admitTo(policy);
    }
  }

  /**
   * Asks whether a body may be read before it is known which of several endpoints the request is
   * for, as its fields decide: the transport, and the limits by address of one endpoint at least.
   * Charges nothing; {@link #admit} follows.
   *
   * @param endpoints at least one
   * @throws RefusedException if the request is refused
   */
  public void admitBody(List<EndpointPolicy> endpoints) {
    EndpointPolicy widest =
        Collections.max(
            endpoints, Comparator.comparingLong(endpoint -> endpoint.input().maxBodyBytes()));
    stageOne.passBody(current(widest), widest, endpoints);
  }

  /**
   * Stage one, for guards: whatever of it is not done yet, and whether the caller may still go on
   * where it was authenticated more than 5 seconds ago.
   *
   * @throws RefusedException if the request is refused
   */
  public Passage enter(EndpointPolicy policy) {
    RequestState request = current(policy);
    if (!request.isToEnter(policy)) {
      stageOne.pass(request, policy);
    }
    // A body, or a limit that holds calls, may have kept it waiting.
    stageOne.passAgainIfStale(request, policy);
    if (request.exchange().enters(policy) && !request.isAdmitted()) {
      request.admitTo(policy);
    }
    request.enter(policy);
    return new Passage(request, policy, stageOne, validator);
  }

  /**
   * The caller of the current request.
   *
   * @return null where no exchange is open or nobody authenticated
   */
  public @Nullable Caller caller() {
    RequestState request = bound.current();
    return request == null || request.isClosed() ? null : request.caller();
  }

  /**
   * Refuses the current request for what only an adapter can see, as a malformed body.
   *
   * @return to be thrown
   */
  public RefusedException refuse(Refusal refusal) {
    RequestState request = bound.current();
    return request == null
        ? stageOne.events().refuseWithoutRequest(refusal, null)
        : stageOne.failures().refuse(request, refusal);
  }

  /**
   * Refuses the current request because the endpoint itself, a log-in, could not authenticate the
   * client. Charges the limits on failed authentications, each time it is called.
   *
   * @param cause why, for the security log only; never holds a secret
   * @return to be thrown
   * @throws RefusedException if earlier failures of the same request have reached a limit (429), or
   *     if this thread works on no request, whose limits could be charged (503)
   */
  public RefusedException failedAuthentication(String cause) {
    return stageOne.failures().report(bound.current(), cause);
  }

  private RequestState current(EndpointPolicy policy) {
    RequestState request = bound.current();
    if (request == null) {
      throw stageOne
          .events()
          .refuseWithoutRequest(
              Refusal.undecidable(
                  "no exchange is open on this thread. Fix: call guarded beans in a thread of the"
                      + " request's and hand their results to tasks; or put the adapter in place"),
              policy);
    }
    if (!request.isUsable()) {
      throw stageOne
          .events()
          .refuseWithoutRequest(
              Refusal.undecidable("the request has ended, or goes on in another thread"), policy);
    }
    return request;
  }
}
