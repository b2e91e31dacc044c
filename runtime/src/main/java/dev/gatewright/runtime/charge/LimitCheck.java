package dev.gatewright.runtime.charge;

import dev.gatewright.Counted;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.limit.LimitListener;
import dev.gatewright.runtime.limit.RateLimitHeaders;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts a call against its limits (OWASP API4:2023) in three tiers: by address before
 * authentication, as they protect the cryptography; by caller after it; by argument in the guard.
 * Within a tier either all limits grant or none is charged. Thread-safe.
 */
public final class LimitCheck {
  private static final Logger log = LoggerFactory.getLogger(LimitCheck.class);

  /** A tier as one call asks it. */
  private record Asked(LimitTier tier, LimitCharge charge, List<String> keys) {}

  private final RateLimiter limiter;
  private final ChallengeCheck challenges;
  private final HeldCalls heldCalls;
  private final RateLimitHeaders headers;
  private final List<LimitListener> listeners;
  private final Map<EndpointPolicy, EndpointLimits> endpoints = new ConcurrentHashMap<>();

  /**
   * A check.
   *
   * @param challenger sets challenges to clients that reached a limit; null where nobody does
   * @param heldCalls how many calls may be held at the same time, 0 or more
   */
  public LimitCheck(
      RateLimiter limiter,
      @Nullable Challenger challenger,
      int heldCalls,
      RateLimitHeaders headers,
      List<LimitListener> listeners) {
    this.limiter = limiter;
    this.challenges = new ChallengeCheck(challenger);
    this.heldCalls = new HeldCalls(heldCalls);
    this.headers = headers;
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Makes the counters of an endpoint ready.
   *
   * @throws IllegalArgumentException if a limit cannot be kept
   */
  public void prepare(EndpointPolicy policy) {
    limitsOf(policy);
  }

  private EndpointLimits limitsOf(EndpointPolicy policy) {
    EndpointLimits known = endpoints.get(policy);
    return known != null ? known : endpoints.computeIfAbsent(policy, this::newLimits);
  }

  private EndpointLimits newLimits(EndpointPolicy policy) {
    policy.limits().forEach(challenges::requireChallenger);
    return EndpointLimits.of(policy, limiter);
  }

  /**
   * Charges the limits by address. A limit on failures is charged now and paid back once all went
   * well.
   *
   * @return null where all of them grant the call
   */
  public @Nullable Refusal beforeAuthentication(ChargedLimits charged, EndpointPolicy policy) {
    return charge(
        charged, policy, left(charged, limitsOf(policy).byAddress(), null), null, List.of());
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
      if (tier == null || asked(charged, tier, null, List.of()).charge().peek()) {
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
    return charge(
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
    EndpointLimits limits = limitsOf(policy);
    LimitTier first = left(charged, limits.byAddress(), null);
    LimitTier second = left(charged, limits.byCaller(), caller);
    int held = charged.heldPermits();
    if (first == null || second == null) {
      Refusal refusal = charge(charged, policy, first, null, List.of());
      if (refusal != null) {
        return refusal;
      }
      giveBack(charged, caller, held);
      return charge(charged, policy, second, caller, List.of());
    }
    Asked byAddress = asked(charged, first, null, List.of());
    Asked byCaller = asked(charged, second, caller, List.of());
    int granting = byAddress.charge().acquireThen(byCaller.charge());
    Refusal refusal = settle(charged, policy, byAddress, granting > 0);
    if (refusal != null) {
      return refusal;
    }
    giveBack(charged, caller, held);
    // A solved challenge let it in after all: the next tier was not asked.
    boolean granted = granting == 0 ? byCaller.charge().acquire() : granting == 2;
    return settle(charged, policy, byCaller, granted);
  }

  private static void giveBack(ChargedLimits charged, @Nullable Caller caller, int held) {
    if (caller != null) {
      charged.giveBackFrom(held);
    }
  }

  /** What the exchange was not charged by yet, as by another endpoint. */
  private static @Nullable LimitTier left(
      ChargedLimits charged, @Nullable LimitTier tier, @Nullable Caller caller) {
    return tier == null ? null : tier.without(charged, caller != null);
  }

  /**
   * Charges the limits by argument, which count each call, and sets the headers.
   *
   * @param keys what each of them counts by, in the order they were declared
   * @return null where all of them grant the call
   */
  public @Nullable Refusal byArgument(
      ChargedLimits charged, EndpointPolicy policy, List<String> keys) {
    Refusal refusal = charge(charged, policy, tierOf(policy, keys), null, keys);
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

  private @Nullable Refusal charge(
      ChargedLimits charged,
      EndpointPolicy policy,
      @Nullable LimitTier tier,
      @Nullable Caller caller,
      List<String> argumentKeys) {
    if (tier == null) {
      return null;
    }
    Asked asked = asked(charged, tier, caller, argumentKeys);
    return settle(charged, policy, asked, asked.charge().acquire());
  }

  private static Asked asked(
      ChargedLimits charged, LimitTier tier, @Nullable Caller caller, List<String> argumentKeys) {
    List<LimitPolicy> limits = tier.group().limits();
    LimitCharge charge = tier.group().newCharge();
    List<String> keys = new ArrayList<>(limits.size());
    for (int i = 0; i < limits.size(); i++) {
      keys.add(
          argumentKeys.isEmpty()
              ? LimitKeys.of(limits.get(i).key(), charged.address(), caller)
              : argumentKeys.get(i));
      charge.key(i, keys.get(i));
    }
    return new Asked(tier, charge, keys);
  }

  /**
   * Does what a tier's answer means, which for a refusal may be to look for a solved challenge.
   *
   * @return null where the call goes on
   */
  private @Nullable Refusal settle(
      ChargedLimits charged, EndpointPolicy policy, Asked asked, boolean granted) {
    LimitCharge charge = asked.charge();
    List<String> keys = asked.keys();
    List<LimitDecision> decisions = decisions(charge, keys.size());
    tell(policy, decisions, granted);
    if (!granted) {
      ChallengeCheck.Answer answer = challenges.answer(charged, asked.tier(), charge, keys);
      if (answer instanceof ChallengeCheck.Undecidable undecidable) {
        return Refusal.undecidable(undecidable.cause());
      }
      if (answer instanceof ChallengeCheck.StillRefused refused) {
        Map<String, Object> challenge = challenges.issue(charged, asked.tier(), charge, keys);
        return refusal(charged, charge, asked.tier().group().limits(), refused.cause())
            .withChallenge(challenge);
      }
      decisions = decisions(charge, keys.size());
      tell(policy, decisions, true);
    }
    if (!isHeld(charge, decisions)) {
      return Refusal.undecidable("too many calls are being held already");
    }
    charged.add(charge, decisions);
    return null;
  }

  private static List<LimitDecision> decisions(LimitCharge charge, int limits) {
    List<LimitDecision> decisions = new ArrayList<>(limits);
    for (int i = 0; i < limits; i++) {
      decisions.add(charge.decision(i));
    }
    return decisions;
  }

  private void tell(EndpointPolicy policy, List<LimitDecision> decisions, boolean charged) {
    for (int i = 0; i < listeners.size(); i++) {
      for (int limit = 0; limit < decisions.size(); limit++) {
        try {
          listeners.get(i).decided(policy.id(), decisions.get(limit), charged);
        } catch (RuntimeException broken) {
          // What is decided stays decided, whoever cannot count it.
          log.error("A limit's decision could not be counted", broken);
        }
      }
    }
  }

  /** Waits until the permits of a granted call have come; false where no call can be held. */
  private boolean isHeld(LimitCharge charge, List<LimitDecision> decisions) {
    long wait = 0;
    for (int i = 0; i < decisions.size(); i++) {
      if (!decisions.get(i).limit().maxWait().isZero()) {
        wait = Math.max(wait, decisions.get(i).waitNanos());
      }
    }
    if (wait > 0 && !heldCalls.hold(wait)) {
      for (int i = 0; i < decisions.size(); i++) {
        charge.giveBack(i);
      }
      return false;
    }
    return true;
  }

  private Refusal refusal(
      ChargedLimits charged, LimitCharge charge, List<LimitPolicy> limits, String unsolved) {
    List<LimitDecision> refusedBy = new ArrayList<>();
    String refusing = "";
    Refusal refusal = Refusal.of(RefusalReason.LIMIT_EXCEEDED, "");
    for (int i = 0; i < limits.size(); i++) {
      LimitDecision decision = charge.decision(i);
      if (!decision.granted()) {
        refusing += (refusing.isEmpty() ? "limit " : ", ") + limits.get(i).id();
        refusal = refusal.withViolatedPolicy(limits.get(i).name());
      }
      if (!decision.granted() || limits.get(i).counted() == Counted.EVERY_CALL) {
        refusedBy.add(decision);
      }
    }
    return refusal
        .withCause(unsolved.isEmpty() ? refusing : refusing + "; its challenge: " + unsolved)
        .withHeaders(headers.of(charged.reportedWith(refusedBy)));
  }
}
