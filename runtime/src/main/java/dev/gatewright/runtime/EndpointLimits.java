package dev.gatewright.runtime;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one endpoint, by the tier they are asked in. Immutable.
 *
 * @param byAddress asked before authentication, as they protect the cryptography; null for none
 * @param byCaller asked after it; null for none
 * @param byArgument asked in the guard; null for none
 * @param guessesByArgument those of {@code byArgument} on failed authentications, which are asked
 *     inside another guard too; null for none
 * @param isOneRoundTrip whether limits by address and by caller are asked in one round trip, where
 *     they may be: where the caller is known without cryptography, or nobody has to be
 */
record EndpointLimits(
    @Nullable Tier byAddress,
    @Nullable Tier byCaller,
    @Nullable Tier byArgument,
    @Nullable Tier guessesByArgument,
    boolean isOneRoundTrip) {

  /**
   * Limits that are decided together.
   *
   * @param challenged for each limit, what counts the challenges solved; null where none are set
   */
  record Tier(LimitGroup group, List<@Nullable LimitGroup> challenged) {}

  /** Challenges that may be solved in a limit's period, for each key. */
  private static final int CHALLENGES = 8;

  static EndpointLimits of(EndpointPolicy policy, RateLimiter limiter) {
    Tier byAddress = tier(policy, limiter, limit -> limit.key() == LimitKey.ADDRESS);
    Tier byCaller = tier(policy, limiter, limit -> isOfCaller(limit.key()));
    return new EndpointLimits(
        byAddress,
        byCaller,
        tier(policy, limiter, limit -> limit.key() == LimitKey.ARGUMENT),
        tier(policy, limiter, limit -> limit.key() == LimitKey.ARGUMENT && isOnFailures(limit)),
        isOneRoundTrip(byAddress, byCaller));
  }

  private static boolean isOneRoundTrip(@Nullable Tier byAddress, @Nullable Tier byCaller) {
    return byAddress != null
        && byCaller != null
        && byAddress.group().isAskedTogetherWith(byCaller.group())
        // A call that is held would have been charged by the next tier already.
        && byAddress.group().limits().stream().allMatch(limit -> limit.maxWait().isZero());
  }

  static boolean isOnFailures(LimitPolicy limit) {
    return limit.counted() == Counted.FAILED_AUTHENTICATIONS;
  }

  private static boolean isOfCaller(LimitKey key) {
    return switch (key) {
      case CALLER, SUBJECT, API_KEY, OAUTH_CLIENT, GLOBAL -> true;
      case ADDRESS, ARGUMENT -> false;
    };
  }

  private static @Nullable Tier tier(
      EndpointPolicy policy, RateLimiter limiter, Predicate<LimitPolicy> inTier) {
    // Those that everybody shares come last: some of them cannot take permits back.
    List<LimitPolicy> limits =
        policy.limits().stream()
            .filter(inTier)
            .sorted(Comparator.comparing(limit -> limit.key() == LimitKey.GLOBAL))
            .toList();
    if (limits.isEmpty()) {
      return null;
    }
    List<@Nullable LimitGroup> challenged = new ArrayList<>();
    for (LimitPolicy limit : limits) {
      challenged.add(
          limit.onLimit() == OnLimit.CHALLENGE ? limiter.group(List.of(solved(limit))) : null);
    }
    return new Tier(limiter.group(limits), challenged);
  }

  /** What counts the challenges that the keys of a limit have solved. */
  private static LimitPolicy solved(LimitPolicy limit) {
    return LimitPolicy.named(limit.name() + ".challenge")
        .permits(CHALLENGES, limit.period())
        .key(limit.key())
        .onOutage(limit.onOutage())
        .build()
        .within(limit.scope());
  }
}
