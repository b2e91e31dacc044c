package dev.gatewright.runtime;

import dev.gatewright.Counted;
import dev.gatewright.runtime.auth.Caller;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.limit.LimitListener;
import dev.gatewright.runtime.limit.RateLimitHeaders;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
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
final class LimitCheck {
  private static final Logger log = LoggerFactory.getLogger(LimitCheck.class);

  /** A tier as one call asks it. */
  private record Asked(LimitTier tier, LimitCharge charge, List<String> keys) {}

  private final RateLimiter limiter;
  private final ChallengeCheck challenges;
  private final WaitingRoom waitingRoom;
  private final RateLimitHeaders headers;
  private final List<LimitListener> listeners;
  private final Map<EndpointPolicy, EndpointLimits> endpoints = new ConcurrentHashMap<>();

  LimitCheck(
      RateLimiter limiter,
      ChallengeCheck challenges,
      WaitingRoom waitingRoom,
      RateLimitHeaders headers,
      List<LimitListener> listeners) {
    this.limiter = limiter;
    this.challenges = challenges;
    this.waitingRoom = waitingRoom;
    this.headers = headers;
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Makes the counters of an endpoint ready.
   *
   * @throws IllegalArgumentException if a limit cannot be kept
   */
  EndpointLimits prepare(EndpointPolicy policy) {
    EndpointLimits known = endpoints.get(policy);
    return known != null ? known : endpoints.computeIfAbsent(policy, this::newLimits);
  }

  private EndpointLimits newLimits(EndpointPolicy policy) {
    policy.limits().forEach(challenges::requireChallenger);
    return EndpointLimits.of(policy, limiter);
  }

  /** Limits by address. A limit on failures is charged now and paid back once all went well. */
  void beforeAuthentication(CurrentExchange current, EndpointPolicy policy) {
    charge(current, policy, left(current, prepare(policy).byAddress(), null), null, List.of());
  }

  /**
   * Refuses where the limits by address of none of these endpoints would grant a call; charges none
   * of them otherwise.
   */
  void requireOneToGrant(CurrentExchange current, List<EndpointPolicy> policies) {
    for (EndpointPolicy policy : policies) {
      LimitTier tier = left(current, prepare(policy).byAddress(), null);
      if (tier == null || asked(current, tier, null, List.of()).charge().peek()) {
        return;
      }
    }
    beforeAuthentication(current, policies.get(0));
  }

  /** Limits by caller. */
  void afterAuthentication(
      CurrentExchange current, EndpointPolicy policy, @Nullable Caller caller) {
    charge(current, policy, left(current, prepare(policy).byCaller(), caller), caller, List.of());
  }

  /** Whether {@link #beforeAndAfter} may save a round trip. */
  boolean isOneRoundTrip(EndpointPolicy policy) {
    return prepare(policy).isOneRoundTrip();
  }

  /**
   * Limits by address and by caller in one round trip, where {@link #isOneRoundTrip} says so and
   * nothing is left to be done between them. Decides as one after the other would.
   *
   * @param caller already authenticated; null where the endpoint is open
   */
  void beforeAndAfter(CurrentExchange current, EndpointPolicy policy, @Nullable Caller caller) {
    EndpointLimits limits = prepare(policy);
    LimitTier first = left(current, limits.byAddress(), null);
    LimitTier second = left(current, limits.byCaller(), caller);
    int held = current.charged().heldPermits();
    if (first == null || second == null) {
      charge(current, policy, first, null, List.of());
      giveBack(current, caller, held);
      charge(current, policy, second, caller, List.of());
      return;
    }
    Asked byAddress = asked(current, first, null, List.of());
    Asked byCaller = asked(current, second, caller, List.of());
    int granting = byAddress.charge().acquireThen(byCaller.charge());
    settle(current, policy, byAddress, granting > 0);
    giveBack(current, caller, held);
    // A solved challenge let it in after all: the next tier was not asked.
    boolean granted = granting == 0 ? byCaller.charge().acquire() : granting == 2;
    settle(current, policy, byCaller, granted);
  }

  private static void giveBack(CurrentExchange current, @Nullable Caller caller, int held) {
    if (caller != null) {
      current.charged().giveBackFrom(held);
    }
  }

  /** What the exchange was not charged by yet, as by another endpoint. */
  private static @Nullable LimitTier left(
      CurrentExchange current, @Nullable LimitTier tier, @Nullable Caller caller) {
    return tier == null ? null : tier.without(current.charged(), caller != null);
  }

  /**
   * Limits by argument, which count each call.
   *
   * @param keys what each of them counts by, in the order they were declared
   */
  void byArgument(CurrentExchange current, EndpointPolicy policy, List<String> keys) {
    charge(current, policy, tierOf(policy, keys), null, keys);
    report(current);
  }

  private LimitTier tierOf(EndpointPolicy policy, List<String> keys) {
    LimitTier tier = prepare(policy).byArgument();
    if (tier == null || tier.group().limits().size() != keys.size()) {
      throw new IllegalStateException(
          policy + " was given " + keys.size() + " keys for its limits");
    }
    return tier;
  }

  /** Sets the headers that tell an admitted client what is left. */
  void report(CurrentExchange current) {
    List<LimitDecision> decisions = current.charged().unreported();
    if (decisions.isEmpty()) {
      return;
    }
    for (Map.Entry<String, String> header : headers.of(decisions).entrySet()) {
      current.exchange().setResponseHeader(header.getKey(), header.getValue());
    }
  }

  private void charge(
      CurrentExchange current,
      EndpointPolicy policy,
      @Nullable LimitTier tier,
      @Nullable Caller caller,
      List<String> argumentKeys) {
    if (tier != null) {
      Asked asked = asked(current, tier, caller, argumentKeys);
      settle(current, policy, asked, asked.charge().acquire());
    }
  }

  private static Asked asked(
      CurrentExchange current, LimitTier tier, @Nullable Caller caller, List<String> argumentKeys) {
    List<LimitPolicy> limits = tier.group().limits();
    LimitCharge charge = tier.group().newCharge();
    List<String> keys = new ArrayList<>(limits.size());
    for (int i = 0; i < limits.size(); i++) {
      keys.add(
          argumentKeys.isEmpty()
              ? LimitKeys.of(limits.get(i).key(), current, caller)
              : argumentKeys.get(i));
      charge.key(i, keys.get(i));
    }
    return new Asked(tier, charge, keys);
  }

  /** Does what a tier's answer means, which for a refusal may be to look for a solved challenge. */
  private void settle(
      CurrentExchange current, EndpointPolicy policy, Asked asked, boolean granted) {
    LimitCharge charge = asked.charge();
    List<String> keys = asked.keys();
    List<LimitDecision> decisions = decisions(charge, keys.size());
    tell(policy, decisions, granted);
    if (!granted) {
      String unsolved = challenges.unsolved(current, asked.tier(), charge, keys);
      if (unsolved != null) {
        Map<String, Object> challenge = challenges.issue(current, asked.tier(), charge, keys);
        throw refuse(current, charge, asked.tier().group().limits(), challenge, unsolved);
      }
      decisions = decisions(charge, keys.size());
      tell(policy, decisions, true);
    }
    hold(current, charge, decisions);
    current.charged().add(charge, decisions);
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

  /** Waits until the permits of a granted call have come. */
  private void hold(CurrentExchange current, LimitCharge charge, List<LimitDecision> decisions) {
    long wait = 0;
    for (int i = 0; i < decisions.size(); i++) {
      if (!decisions.get(i).limit().maxWait().isZero()) {
        wait = Math.max(wait, decisions.get(i).waitNanos());
      }
    }
    if (wait > 0 && !waitingRoom.waitFor(wait)) {
      for (int i = 0; i < decisions.size(); i++) {
        charge.giveBack(i);
      }
      throw current.refuse(Undecidable.because("too many calls are being held already"));
    }
  }

  private RefusedException refuse(
      CurrentExchange current,
      LimitCharge charge,
      List<LimitPolicy> limits,
      Map<String, Object> challenge,
      String unsolved) {
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
    String cause = unsolved.isEmpty() ? refusing : refusing + "; its challenge: " + unsolved;
    Map<String, String> told = headers.of(current.charged().reportedWith(refusedBy));
    return current.refuse(refusal.withCause(cause).withHeaders(told).withChallenge(challenge));
  }
}
