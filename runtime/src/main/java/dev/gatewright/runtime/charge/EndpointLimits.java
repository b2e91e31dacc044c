package dev.gatewright.runtime.charge;

import dev.gatewright.LimitKey;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one endpoint, by the tier they are asked in. Immutable.
 *
 * @param byAddress asked before authentication, as they protect the cryptography; null for none
 * @param byCaller asked after it; null for none
 * @param byArgument asked in the guard; null for none
 * @param isOneRoundTrip whether limits by address and by caller are asked in one round trip, where
 *     they may be: where the caller is known without cryptography, or nobody has to be
 */
record EndpointLimits(
    @Nullable LimitTier byAddress,
    @Nullable LimitTier byCaller,
    @Nullable LimitTier byArgument,
    boolean isOneRoundTrip) {

  static EndpointLimits of(EndpointPolicy policy, RateLimiter limiter) {
    LimitTier byAddress = tier(policy, limiter, limit -> limit.key() == LimitKey.ADDRESS);
    LimitTier byCaller = tier(policy, limiter, limit -> isAskedAfterAuthentication(limit.key()));
    return new EndpointLimits(
        byAddress,
        byCaller,
        tier(policy, limiter, limit -> limit.key() == LimitKey.ARGUMENT),
        isOneRoundTrip(byAddress, byCaller));
  }

  private static boolean isOneRoundTrip(
      @Nullable LimitTier byAddress, @Nullable LimitTier byCaller) {
    return byAddress != null
        && byCaller != null
        && byAddress.group().isAskedTogetherWith(byCaller.group())
        // A plan may be asked of a database, which the limits by address protect.
        && byCaller.declared().stream().allMatch(limit -> limit.plan() == null)
        // A call that is held would have been charged by the next tier already.
        && byAddress.group().limits().stream().allMatch(limit -> limit.maxWait().isZero());
  }

  private static boolean isAskedAfterAuthentication(LimitKey key) {
    return switch (key) {
      case CALLER, SUBJECT, API_KEY, OAUTH_CLIENT, GLOBAL -> true;
      case ADDRESS, ARGUMENT -> false;
    };
  }

  private static @Nullable LimitTier tier(
      EndpointPolicy policy, RateLimiter limiter, Predicate<LimitPolicy> inTier) {
    return LimitTier.of(policy.limits().stream().filter(inTier).toList(), limiter);
  }
}
