package dev.gatewright.runtime;

import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.charge.ChargedLimits;
import dev.gatewright.runtime.charge.LimitCheck;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.exchange.TrustedProxies;
import dev.gatewright.runtime.input.InputValidator;
import dev.gatewright.runtime.limit.EffectiveLimits;
import dev.gatewright.runtime.policy.AccessPolicy;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusedException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
  private final TransportCheck transport;
  private final EffectiveLimits effectiveLimits;
  private final LimitCheck limits;
  private final CredentialCheck credentials;
  private final AccessCheck access;
  private final InputValidator validator;
  private final SecurityEvents events;
  private final FailedAuthentications failures;

  Gate(
      TrustedProxies trustedProxies,
      TransportCheck transport,
      EffectiveLimits effectiveLimits,
      LimitCheck limits,
      CredentialCheck credentials,
      AccessCheck access,
      InputValidator validator,
      SecurityEvents events) {
    this.trustedProxies = trustedProxies;
    this.transport = transport;
    this.effectiveLimits = effectiveLimits;
    this.limits = limits;
    this.credentials = credentials;
    this.access = access;
    this.validator = validator;
    this.events = events;
    this.failures = new FailedAuthentications(limits, events);
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
            failures.reportedElsewhere());
    exchange.setResponseHeader(CORRELATION_ID, request.correlationId());
    // Last: where this throws, the caller has nothing to close.
    bound.bind(request);
    return new CurrentExchange(request, bound, failures, events);
  }

  /**
   * Makes an endpoint's counters ready, for adapters to call at start-up.
   *
   * @throws IllegalArgumentException if a limit cannot be kept, or sets challenges while there is
   *     no challenger; names the limit, what is wrong and the fix
   */
  public void prepare(EndpointPolicy policy) {
    limits.prepare(policy);
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
      stageOne(request, policy);
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
    RequestState request = current(widest);
    Refusal refusal;
    try {
      refusal = transport.check(request, widest);
      if (refusal == null) {
        refusal = limits.beforeBody(request.charged(), endpoints);
      }
    } catch (RuntimeException failure) {
      throw events.undecided(request, widest, failure);
    }
    if (refusal != null) {
      throw events.refuse(request, refusal);
    }
  }

  /**
   * Stage one, for guards: whatever of it is not done yet, and whether the caller may still go on
   * where it was authenticated more than 5 seconds ago.
   *
   * @throws RefusedException if the request is refused
   */
  public Passage enter(EndpointPolicy policy) {
    RequestState request = current(policy);
    // A body may have kept the call waiting since stage one.
    if (!request.isToEnter(policy) || credentials.isStale(request)) {
      stageOne(request, policy);
    }
    if (!request.isAdmitted() && request.exchange().isAnsweredBy(policy.type())) {
      request.admitTo(policy);
    }
    request.enter(policy);
    return new Passage(request, policy, limits, validator, events);
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
        ? events.refuseWithoutRequest(refusal, null)
        : failures.refuse(request, refusal);
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
    return failures.report(bound.current(), cause);
  }

  private RequestState current(EndpointPolicy policy) {
    RequestState request = bound.current();
    if (request == null) {
      throw events.refuseWithoutRequest(
          Refusal.undecidable(
              "no exchange is open on this thread: is the adapter in place, and is this a thread of"
                  + " the request's, not one that the application started?"),
          policy);
    }
    if (!request.isUsable()) {
      throw events.refuseWithoutRequest(
          Refusal.undecidable("the request has ended, or goes on in another thread"), policy);
    }
    return request;
  }

  private void stageOne(RequestState request, EndpointPolicy policy) {
    Refusal refusal;
    try {
      request.reach(policy);
      refusal = decided(request, policy);
      if (refusal == null) {
        limits.report(request.charged());
        setSecurityHeaders(request);
      }
    } catch (RuntimeException failure) {
      throw events.undecided(request, policy, failure);
    }
    if (refusal != null) {
      throw failures.refuse(request, refusal);
    }
  }

  /** Response headers of every guarded endpoint (OWASP API8:2023); endpoints may replace them. */
  private static void setSecurityHeaders(RequestState request) {
    request.exchange().setResponseHeader("Cache-Control", "no-store");
    request.exchange().setResponseHeader("X-Content-Type-Options", "nosniff");
    if (request.client().https()) {
      request.exchange().setResponseHeader("Strict-Transport-Security", "max-age=31536000");
    }
  }

  /** Asks the checks in their order; null where the request may go on. */
  private @Nullable Refusal decided(RequestState request, EndpointPolicy policy) {
    Refusal refusal = transport.check(request, policy);
    if (refusal != null) {
      return refusal;
    }
    AccessPolicy.Authenticated required =
        policy.access() instanceof AccessPolicy.Authenticated authenticated ? authenticated : null;
    refusal = countedAndAuthenticated(request, policy, required);
    if (refusal != null || required == null) {
      return refusal;
    }
    return access.check(Objects.requireNonNull(request.caller()), required);
  }

  /**
   * Limits by address, authentication, limits by caller; of the limits those that this exchange was
   * not charged by yet.
   *
   * @param required what the caller must be; null where the endpoint is open
   * @return null where the request may go on
   */
  private @Nullable Refusal countedAndAuthenticated(
      RequestState request, EndpointPolicy policy, AccessPolicy.@Nullable Authenticated required) {
    ChargedLimits charged = request.charged();
    if (limits.isOneRoundTrip(policy)) {
      // Without cryptography to protect, limits by address need not come first alone.
      Caller remembered = required == null ? null : credentials.remembered(request, required);
      if (required == null || remembered != null) {
        return limits.beforeAndAfter(charged, policy, remembered);
      }
    }
    Refusal refusal = limits.beforeAuthentication(charged, policy);
    if (refusal == null && required != null) {
      refusal = credentials.check(request, required);
      if (refusal == null) {
        limits.authenticated(charged, policy);
      }
    }
    return refusal != null
        ? refusal
        : limits.afterAuthentication(charged, policy, required == null ? null : request.caller());
  }
}
