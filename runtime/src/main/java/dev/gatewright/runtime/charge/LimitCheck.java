package dev.gatewright.runtime.charge;

import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.CallerPlans;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.limit.LimitListener;
import dev.gatewright.runtime.limit.RateLimitHeaders;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.runtime.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts a call against its limits (OWASP API4:2023) in three tiers: by address before
 * authentication, as they protect the cryptography; by caller after it; by argument in the guard.
 * Within a tier either all limits grant or none is charged. Thread-safe.
 */
public final class LimitCheck {
  private final RateLimiter limiter;
  private final ChallengeCheck challenges;
  private final TierCheck tiers;
  private final FailureCheck failures;
  private final RateLimitHeaders headers;
  private final Map<EndpointPolicy, EndpointLimits> endpoints = new ConcurrentHashMap<>();
  private final Function<Class<?>, CallerPlans> plans;
  private final Map<Class<?>, CallerPlans> knownPlans = new ConcurrentHashMap<>();

  /**
   * A check.
   *
   * @param challenger sets challenges to clients that reached a limit; null where nobody does
   * @param heldCalls how many calls may be held at the same time, 0 or more
   * @param plans the one of a class that knows the plans of callers
   */
  public LimitCheck(
      RateLimiter limiter,
      @Nullable Challenger challenger,
      int heldCalls,
      RateLimitHeaders headers,
      List<LimitListener> listeners,
      Function<Class<?>, CallerPlans> plans) {
    this.plans = plans;
    this.limiter = limiter;
    this.challenges = new ChallengeCheck(challenger);
    this.tiers = new TierCheck(challenges, heldCalls, headers, listeners);
    this.failures = new FailureCheck(limiter, tiers);
    this.headers = headers;
  }

  /**
   * Makes the counters of an endpoint ready.
   *
   * @throws RuntimeException if a limit cannot be kept, or nothing knows the plans it is for
   */
  public void prepare(EndpointPolicy policy) {
    limitsOf(policy);
  }

  private EndpointLimits limitsOf(EndpointPolicy policy) {
    EndpointLimits known = endpoints.get(policy);
    return known != null ? known : endpoints.computeIfAbsent(policy, this::newLimits);
  }

  private EndpointLimits newLimits(EndpointPolicy policy) {
    for (LimitPolicy limit : policy.limits()) {
      challenges.requireChallenger(limit);
      LimitPolicy.Plan plan = limit.plan();
      if (plan != null) {
        knownPlans.computeIfAbsent(plan.plans(), plans);
      }
    }
    return EndpointLimits.of(policy, limiter);
  }

  /**
   * Charges the limits by address. A limit on failures is charged now and paid back once all went
   * well.
   *
   * @return null where all of them grant the call
   */
  public @Nullable Refusal beforeAuthentication(ChargedLimits charged, EndpointPolicy policy) {
    Refusal refusal = failures.holdAgain(charged, policy);
    return refusal != null
        ? refusal
        : tiers.charge(
            charged, policy, left(charged, limitsOf(policy).byAddress(), null), null, List.of());
  }

  /**
   * Says that a good credential was shown: what the endpoint took of limits on failures is paid
   * back, unless it is known to report failures itself.
   */
  public void authenticated(ChargedLimits charged, EndpointPolicy policy) {
    failures.authenticated(charged, policy);
  }

  /**
   * Counts a failed authentication against all limits on failures that the exchange met, each time
   * it is called.
   *
   * @return null, or what one of them says that is reached
   */
  public @Nullable Refusal failed(ChargedLimits charged) {
    return failures.failed(charged);
  }

  /**
   * Asks the limits by address of several endpoints, and charges none of them where those of one
   * grant a call.
   *
   * @return null if so
   */
  public @Nullable Refusal beforeBody(ChargedLimits charged, List<EndpointPolicy> policies) {
    for (EndpointPolicy policy : policies) {
      LimitTier tier = left(charged, limitsOf(policy).byAddress(), null);
      if (tier == null || TierCheck.asked(charged, tier, null, List.of()).charge().peek()) {
        return null;
      }
    }
    return beforeAuthentication(charged, policies.get(0));
  }

  /**
   * Charges the limits by caller.
   *
   * @param caller null where the endpoint is open
   * @return null where all of them grant the call
   */
  public @Nullable Refusal afterAuthentication(
      ChargedLimits charged, EndpointPolicy policy, @Nullable Caller caller) {
    return tiers.charge(
        charged, policy, left(charged, limitsOf(policy).byCaller(), caller), caller, List.of());
  }

  /** Whether {@link #beforeAndAfter} may save a round trip. */
  public boolean isOneRoundTrip(EndpointPolicy policy) {
    return limitsOf(policy).isOneRoundTrip();
  }

  /**
   * Charges the limits by address and by caller in one round trip, where {@link #isOneRoundTrip}
   * says so and nothing is left to be done between them. Decides as one after the other would.
   *
   * @param caller already authenticated; null where the endpoint is open
   * @return null where all of them grant the call
   */
  public @Nullable Refusal beforeAndAfter(
      ChargedLimits charged, EndpointPolicy policy, @Nullable Caller caller) {
    Refusal refusal = failures.holdAgain(charged, policy);
    if (refusal != null) {
      return refusal;
    }
    EndpointLimits limits = limitsOf(policy);
    LimitTier first = left(charged, limits.byAddress(), null);
    LimitTier second = left(charged, limits.byCaller(), caller);
    if (first == null || second == null) {
      refusal = tiers.charge(charged, policy, first, null, List.of());
      if (refusal != null) {
        return refusal;
      }
      if (caller != null) {
        authenticated(charged, policy);
      }
      return tiers.charge(charged, policy, second, caller, List.of());
    }
    TierCheck.Asked byAddress = TierCheck.asked(charged, first, null, List.of());
    TierCheck.Asked byCaller = TierCheck.asked(charged, second, caller, List.of());
    int granting = byAddress.charge().acquireThen(byCaller.charge());
    refusal = tiers.settle(charged, policy, byAddress, granting > 0);
    if (refusal != null) {
      return refusal;
    }
    if (caller != null) {
      authenticated(charged, policy);
    }
    // A solved challenge let it in after all: the next tier was not asked.
    boolean granted = granting == 0 ? byCaller.charge().acquire() : granting == 2;
    return tiers.settle(charged, policy, byCaller, granted);
  }

  /** What the exchange was not charged by yet, as by another endpoint. */
  private @Nullable LimitTier left(
      ChargedLimits charged, @Nullable LimitTier tier, @Nullable Caller caller) {
    return tier == null ? null : tier.left(charged, caller, knownPlans);
  }

  /**
   * Charges the limits by argument, which count each call, and sets the headers.
   *
   * @param keys what each of them counts by, in the order they were declared
   * @return null where all of them grant the call
   */
  public @Nullable Refusal byArgument(
      ChargedLimits charged, EndpointPolicy policy, List<String> keys) {
    Refusal refusal = tiers.charge(charged, policy, tierOf(policy, keys), null, keys);
    if (refusal == null) {
      report(charged);
    }
    return refusal;
  }

  private LimitTier tierOf(EndpointPolicy policy, List<String> keys) {
    LimitTier tier = limitsOf(policy).byArgument();
    if (tier == null || tier.group().limits().size() != keys.size()) {
      throw new IllegalStateException(
          policy + " was given " + keys.size() + " keys for its limits");
    }
    return tier;
  }

  /** Sets the headers that tell an admitted client what is left. */
  public void report(ChargedLimits charged) {
    List<LimitDecision> decisions = charged.unreported();
    if (decisions.isEmpty()) {
      return;
    }
    for (Map.Entry<String, String> header : headers.of(decisions).entrySet()) {
      charged.exchange().setResponseHeader(header.getKey(), header.getValue());
    }
  }
}
