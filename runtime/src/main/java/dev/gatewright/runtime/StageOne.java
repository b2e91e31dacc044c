package dev.gatewright.runtime;

import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.charge.ChargedLimits;
import dev.gatewright.runtime.charge.LimitCheck;
import dev.gatewright.runtime.policy.AccessPolicy;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusedException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks, in the order that {@link Gate} names, all that needs no argument. Thread-safe. */
record StageOne(
    TransportCheck transport,
    LimitCheck limits,
    CredentialCheck credentials,
    AccessCheck access,
    SecurityEvents events,
    FailedAuthentications failures) {

  /**
   * Lets a request go on to an endpoint.
   *
   * @throws RefusedException if the request is refused
   */
  void pass(RequestState request, EndpointPolicy policy) {
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

  /**
   * Asks whether a body may be read before it is known which of several endpoints a request is for.
   *
   * @param widest the one of them that takes the longest body
   * @throws RefusedException if the request is refused
   */
  void passBody(RequestState request, EndpointPolicy widest, List<EndpointPolicy> endpoints) {
    events.refuseIf(
        request,
        widest,
        () -> {
          Refusal refusal = transport.check(request, widest);
          return refusal == null ? limits.beforeBody(request.charged(), endpoints) : refusal;
        });
  }

  /**
   * {@link #pass} once more, where the call has waited since its caller was authenticated. Limits
   * that were charged are not charged again.
   *
   * @throws RefusedException if the request is refused by now
   */
  void passAgainIfStale(RequestState request, EndpointPolicy policy) {
    if (credentials.isStale(request) && policy.access() instanceof AccessPolicy.Authenticated) {
      pass(request, policy);
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

  /** Of the limits those that were not charged yet. An open endpoint requires nothing: null. */
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
