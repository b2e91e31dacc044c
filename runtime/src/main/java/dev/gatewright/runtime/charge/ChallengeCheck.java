package dev.gatewright.runtime.charge;

import dev.gatewright.OnLimit;
import dev.gatewright.runtime.challenge.ChallengeResult;
import dev.gatewright.runtime.challenge.ChallengeSubject;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets a client that reached a limit buy itself a bounded number of calls (OWASP API6:2023). What a
 * solved challenge buys is paid into the limit's own counter, so it is never more than the limit
 * gives in a burst; and only so many challenges count within the limit's period.
 */
final class ChallengeCheck {

  private static final Answer NOTHING_ANSWERED = new StillRefused("");

  private final @Nullable Challenger challenger;

  ChallengeCheck(@Nullable Challenger challenger) {
    this.challenger = challenger;
  }

  /**
   * Makes sure that whoever reaches this limit can be challenged if it says so.
   *
   * @throws IllegalArgumentException if not
   */
  void requireChallenger(LimitPolicy limit) {
    if (challenger == null && limit.onLimit() == OnLimit.CHALLENGE) {
      throw new InvalidOptionException(
          "challenger",
          "is missing, but the limit %s sets challenges".formatted(limit.id()),
          "set one, or remove onLimit = CHALLENGE");
    }
  }

  /** What an answer to a challenge does for the request that carries it. */
  sealed interface Answer {}

  /** With what the answer buys, the limits grant the call. */
  record Granted() implements Answer {}

  /**
   * The limits refuse all the same.
   *
   * @param cause why, for the security log; empty where nothing was answered
   */
  record StillRefused(String cause) implements Answer {}

  /** Nobody can tell now whether the answer is right. */
  record Undecidable(String cause) implements Answer {}

  /** Verifies the answer that a request brings, and pays what it buys into the limits. */
  Answer answer(ChargedLimits charged, LimitTier tier, LimitCharge charge, List<String> keys) {
    int challenged = challenged(tier, charge);
    if (challenger == null || challenged < 0) {
      return NOTHING_ANSWERED;
    }
    String answer = challenger.answer(charged.exchange());
    LimitCharge solved = solved(tier, challenged, keys);
    if (answer == null || solved == null) {
      return NOTHING_ANSWERED;
    }
    // Taken before: however many answers come at once, only so many are verified.
    if (!solved.acquire()) {
      return new StillRefused("too many challenges were answered");
    }
    LimitDecision left = solved.decision(0);
    int pressure = (int) (left.limit().burst() - left.remaining() - left.limit().cost());
    ChallengeSubject subject = subject(charged, tier, challenged, keys);
    ChallengeResult result = challenger.verify(answer, subject, pressure, charged.exchange());
    if (result instanceof ChallengeResult.Undecidable undecidable) {
      solved.giveBack(0);
      return new Undecidable(undecidable.cause());
    }
    if (result instanceof ChallengeResult.Failed failed) {
      if (!failed.costly()) {
        solved.giveBack(0);
      }
      return new StillRefused(failed.cause());
    }
    return isGranted(tier.group().limits(), charge)
        ? new Granted()
        : new StillRefused("the limit refuses all the same");
  }

  /** Pays what was bought into the limits that refused. */
  private static boolean isGranted(List<LimitPolicy> limits, LimitCharge charge) {
    for (int i = 0; i < limits.size(); i++) {
      LimitDecision decision = charge.decision(i);
      if (!decision.granted()) {
        charge.credit(i, bought(decision.limit()));
      }
    }
    return charge.acquire();
  }

  /** A challenge for the client, as members of the problem; empty where it gets none. */
  Map<String, Object> issue(
      ChargedLimits charged, LimitTier tier, LimitCharge charge, List<String> keys) {
    int challenged = challenged(tier, charge);
    LimitCharge solved = challenged < 0 ? null : solved(tier, challenged, keys);
    if (challenger == null || solved == null || !solved.peek()) {
      return Map.of();
    }
    LimitDecision left = solved.decision(0);
    int pressure = (int) (left.limit().burst() - left.remaining());
    return challenger.issue(subject(charged, tier, challenged, keys), pressure).members();
  }

  /** The first limit that refuses, if all that do set challenges; otherwise -1. */
  private static int challenged(LimitTier tier, LimitCharge charge) {
    List<LimitPolicy> limits = tier.group().limits();
    int first = -1;
    for (int i = 0; i < limits.size(); i++) {
      if (!charge.decision(i).granted()) {
        if (limits.get(i).onLimit() != OnLimit.CHALLENGE) {
          return -1;
        }
        first = first < 0 ? i : first;
      }
    }
    return first;
  }

  /** What counts the challenges that the key has solved. */
  private static @Nullable LimitCharge solved(LimitTier tier, int challenged, List<String> keys) {
    LimitGroup group = tier.challenged(challenged);
    if (group == null) {
      return null;
    }
    LimitCharge solved = group.newCharge();
    solved.key(0, keys.get(challenged));
    return solved;
  }

  private static ChallengeSubject subject(
      ChargedLimits charged, LimitTier tier, int challenged, List<String> keys) {
    return new ChallengeSubject(
        tier.group().limits().get(challenged).id(),
        keys.get(challenged),
        charged.address().toString());
  }

  /** Half a burst, so that abuse goes slower with challenges than without the limit. */
  private static long bought(LimitPolicy limit) {
    return Math.max(limit.burst() / 2, limit.cost());
  }
}
