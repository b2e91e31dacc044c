package dev.gatewright.runtime.charge;

import dev.gatewright.OnLimit;
import dev.gatewright.runtime.challenge.ChallengeResult;
import dev.gatewright.runtime.challenge.ChallengeSubject;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets a client that reached a limit buy itself a bounded number of calls (OWASP API6:2023). What a
 * solved challenge buys is paid into the limit's own counter, so it is never more than the limit
 * gives in a burst; and only so many challenges count within the period of each limit that they
 * relieve.
 */
record ChallengeCheck(@Nullable Challenger challenger) {

  private static final Answer NOTHING_ANSWERED = new StillRefused("");

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
    SolvedChallenges solved = SolvedChallenges.of(tier, charge, keys);
    if (challenger == null || solved == null) {
      return NOTHING_ANSWERED;
    }
    String answer = challenger.answer(charged.exchange());
    if (answer == null) {
      return NOTHING_ANSWERED;
    }
    // Taken before: however many answers come at once, only so many are verified.
    if (!solved.acquire()) {
      return new StillRefused("too many challenges were answered");
    }
    ChallengeResult result =
        challenger.verify(
            answer,
            subject(charged, tier, solved.lasting(), keys),
            solved.pressure(),
            charged.exchange());
    if (result instanceof ChallengeResult.Undecidable undecidable) {
      solved.giveBack();
      return new Undecidable(undecidable.cause());
    }
    if (result instanceof ChallengeResult.Failed failed) {
      if (!failed.costly()) {
        solved.giveBack();
      }
      return new StillRefused(failed.cause());
    }
    for (int limit : solved.refusing()) {
      charge.credit(limit, bought(charge.decision(limit).limit()));
    }
    return charge.acquire() ? new Granted() : new StillRefused("the limit refuses all the same");
  }

  /** A challenge for the client, as members of the problem; empty where it gets none. */
  Map<String, Object> issue(
      ChargedLimits charged, LimitTier tier, LimitCharge charge, List<String> keys) {
    SolvedChallenges solved = SolvedChallenges.of(tier, charge, keys);
    if (challenger == null || solved == null || !solved.peek()) {
      return Map.of();
    }
    return challenger
        .issue(subject(charged, tier, solved.lasting(), keys), solved.pressure())
        .members();
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
