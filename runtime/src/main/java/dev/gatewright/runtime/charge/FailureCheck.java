package dev.gatewright.runtime.charge;

import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.runtime.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts failed authentications (OWASP API2:2023): each against every limit on them that its
 * exchange met, of the endpoint and of what it calls, however many there are in one exchange.
 * Thread-safe.
 */
final class FailureCheck {
  private final RateLimiter limiter;
  private final TierCheck tiers;
  private final Map<LimitPolicy, LimitTier> single = new ConcurrentHashMap<>();

  /** Endpoints that have reported a failure after a good credential was shown. */
  private final Set<EndpointPolicy> reporting = ConcurrentHashMap.newKeySet();

  FailureCheck(RateLimiter limiter, TierCheck tiers) {
    this.limiter = limiter;
    this.tiers = tiers;
  }

  /**
   * After a failure, takes a permit for the next guess of the same exchange, before the endpoint
   * that may make it.
   *
   * @return null where the limits grant it, or nothing failed before
   */
  @Nullable Refusal holdAgain(ChargedLimits charged, EndpointPolicy next) {
    FailurePermits permits = charged.failures();
    return permits == null || !permits.hasFailed()
        ? null
        : chargeAll(charged, permits.spentBefore(next));
  }

  /**
   * Pays back what an endpoint took, as its caller showed a good credential: calls that are under
   * way are no guesses. Where the endpoint is known to check something else as well, as a PIN, they
   * may be, and the permits stay held.
   */
  void authenticated(ChargedLimits charged, EndpointPolicy policy) {
    FailurePermits permits = charged.failures();
    if (permits != null && !reporting.contains(policy)) {
      permits.lend(policy);
    }
  }

  /**
   * Spends what is held, and charges what is not.
   *
   * @return null, or the refusal of a limit that is reached; the others are charged all the same
   */
  @Nullable Refusal failed(ChargedLimits charged) {
    FailurePermits permits = charged.failures();
    if (permits == null) {
      return null;
    }
    reporting.addAll(permits.lenders());
    try {
      return chargeAll(charged, permits.unheld());
    } finally {
      permits.spend();
    }
  }

  private @Nullable Refusal chargeAll(ChargedLimits charged, List<FailurePermits.Due> all) {
    Refusal first = null;
    for (FailurePermits.Due due : all) {
      Refusal refusal =
          tiers.charge(charged, due.endpoint(), tierOf(due.limit()), null, List.of(due.key()));
      first = first == null ? refusal : first;
    }
    return first;
  }

  private LimitTier tierOf(LimitPolicy limit) {
    return single.computeIfAbsent(
        limit, alone -> Objects.requireNonNull(LimitTier.of(List.of(alone), limiter)));
  }
}
