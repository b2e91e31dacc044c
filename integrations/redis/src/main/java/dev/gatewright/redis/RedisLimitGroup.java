package dev.gatewright.redis;

import dev.gatewright.Counted;
import dev.gatewright.OnLimit;
import dev.gatewright.OnOutage;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits that one script decides together. Thread-safe. */
final class RedisLimitGroup implements LimitGroup {
  private final RedisRateLimiter limiter;
  private final List<LimitPolicy> limits;
  private final CurrentCounter[] counters;
  private final boolean remembersRefusals;
  private final @Nullable LimitGroup inProcess;

  /**
   * A group.
   *
   * @param inProcess what decides while Redis cannot be asked; null if nothing does
   */
  RedisLimitGroup(
      RedisRateLimiter limiter,
      List<LimitPolicy> limits,
      List<CurrentCounter> counters,
      @Nullable LimitGroup inProcess) {
    this.limiter = limiter;
    this.limits = List.copyOf(limits);
    this.counters = counters.toArray(CurrentCounter[]::new);
    this.inProcess = inProcess;
    // Not where permits come back sooner than a refusal says.
    this.remembersRefusals =
        limits.stream()
            .allMatch(
                limit ->
                    limit.counted() == Counted.EVERY_CALL && limit.onLimit() == OnLimit.REFUSE);
  }

  /** Whether each of these limits may be decided without Redis. */
  static boolean canDoWithout(List<LimitPolicy> limits) {
    return limits.stream().allMatch(limit -> limit.onOutage() == OnOutage.IN_PROCESS);
  }

  @Override
  public List<LimitPolicy> limits() {
    return limits;
  }

  @Override
  public LimitCharge newCharge() {
    return new RedisLimitCharge(this);
  }

  /** Unless a cluster may keep them on two nodes. */
  @Override
  public boolean isAskedTogetherWith(LimitGroup next) {
    return next instanceof RedisLimitGroup other
        && other.limiter == limiter
        && limiter.keepsAllOnOneNode();
  }

  RedisRateLimiter limiter() {
    return limiter;
  }

  CurrentCounter[] counters() {
    return counters;
  }

  boolean remembersRefusals() {
    return remembersRefusals;
  }

  @Nullable LimitGroup inProcess() {
    return inProcess;
  }
}
