package dev.gatewright.runtime.charge;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.Scheme;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.exchange.ClientAddress;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.limit.LimitListener;
import dev.gatewright.runtime.limit.RateLimitHeaders;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the limits of one tier for one call, and does what they say: tells listeners, looks for a
 * solved challenge, holds the call. Thread-safe.
 */
final class TierCheck {
  private static final Logger log = LoggerFactory.getLogger(TierCheck.class);

  /** A tier as one call asks it. */
  record Asked(LimitTier tier, LimitCharge charge, List<String> keys) {}

  private final ChallengeCheck challenges;

  /** Places for calls that wait for their permits, as each keeps its thread. */
  private final Semaphore heldCalls;

  private final RateLimitHeaders headers;
  private final List<LimitListener> listeners;

  TierCheck(
      ChallengeCheck challenges,
      int heldCalls,
      RateLimitHeaders headers,
      List<LimitListener> listeners) {
    this.challenges = challenges;
    this.heldCalls = new Semaphore(heldCalls);
    this.headers = headers;
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Charges the limits of a tier.
   *
   * @param tier null where nothing is left to be charged
   * @param caller null where nobody is known
   * @param argumentKeys what each limit counts by; empty where that is told by who calls
   * @return null where all of them grant the call
   */
  @Nullable Refusal charge(
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

  /** A tier with the keys of one call; nothing is charged yet. */
  static Asked asked(
      ChargedLimits charged, LimitTier tier, @Nullable Caller caller, List<String> argumentKeys) {
    List<LimitPolicy> limits = tier.group().limits();
    LimitCharge charge = tier.group().newCharge();
    List<String> keys = new ArrayList<>(limits.size());
    for (int i = 0; i < limits.size(); i++) {
      keys.add(
          argumentKeys.isEmpty()
              ? key(limits.get(i).key(), charged.address(), caller)
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
  @Nullable Refusal settle(
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
    charged.add(policy, asked.tier().declared(), keys, charge, decisions);
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
    if (wait > 0 && !hold(wait)) {
      for (int i = 0; i < decisions.size(); i++) {
        charge.giveBack(i);
      }
      return false;
    }
    return true;
  }

  /** Returns after that time; false, and at once, where no place is left or it is interrupted. */
  private boolean hold(long nanos) {
    if (!heldCalls.tryAcquire()) {
      return false;
    }
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      heldCalls.release();
    }
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

  /**
   * Whose calls are counted together, as text. The kinds are told apart, and each part that a
   * client can choose comes after a length, so that no two callers share a key.
   */
  static String key(LimitKey key, ClientAddress address, @Nullable Caller caller) {
    if (key == LimitKey.GLOBAL) {
      return "";
    }
    if (key == LimitKey.ADDRESS || caller == null) {
      return address.limitKey();
    }
    String clientId = caller.clientId();
    if (key == LimitKey.OAUTH_CLIENT && clientId != null) {
      return joined("client:", caller.issuer(), clientId);
    }
    if (key == LimitKey.SUBJECT) {
      return joined("subject:", caller.issuer(), caller.subject());
    }
    String credentialId = caller.credentialId();
    if (caller.scheme() == Scheme.API_KEY && credentialId != null) {
      return joined("key:", caller.issuer(), credentialId);
    }
    return joined("caller:", caller.issuer(), caller.subject());
  }

  private static String joined(String kind, String issuer, String name) {
    return kind + issuer.length() + ':' + issuer + name;
  }
}
