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
  private final StoredLimits stored;
  private final List<LimitPolicy> limits;
  private final CurrentCounter[] counters;
  private final @Nullable Refusals refusals;
  private final @Nullable LimitGroup inProcess;

  /**
   * A group.
   *
   * @param inProcess what decides while Redis cannot be asked; null if nothing does
   */
  RedisLimitGroup(
      StoredLimits stored,
      Refusals refusals,
      List<LimitPolicy> limits,
      List<CurrentCounter> counters,
      @Nullable LimitGroup inProcess) {
    this.stored = stored;
    this.limits = List.copyOf(limits);
    this.counters = counters.toArray(CurrentCounter[]::new);
    this.inProcess = inProcess;
    // Not where permits come back sooner than a refusal says.
    this.refusals =
        limits.stream()
                .allMatch(
                    limit ->
                        limit.counted() == Counted.EVERY_CALL && limit.onLimit() == OnLimit.REFUSE)
            ? refusals
            : null;
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
    return new RedisLimitCharge(stored, refusals, limits, counters, inProcess);
  }

  /** Unless a cluster may keep them on two nodes. */
  @Override
  public boolean isAskedTogetherWith(LimitGroup next) {
    return next instanceof RedisLimitGroup other
        && other.stored == stored
        && stored.keepsAllOnOneNode();
  }
}
