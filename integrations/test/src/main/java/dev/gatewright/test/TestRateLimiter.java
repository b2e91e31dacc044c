package dev.gatewright.test;

import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Counts as another limiter does, unless limits are switched off. Thread-safe. */
final class TestRateLimiter implements RateLimiter {
  private final Supplier<RateLimiter> limiters;
  private final BooleanSupplier off;
  private final List<Group> groups = new ArrayList<>();
  private final Map<String, LimitPolicy> changed = new LinkedHashMap<>();
  private RateLimiter counting;
  private volatile boolean used;

  /**
   * Starts with the first limiter.
   *
   * @param limiters makes one with which nobody has called yet
   */
  TestRateLimiter(Supplier<RateLimiter> limiters, BooleanSupplier off) {
    this.limiters = limiters;
    this.off = off;
    this.counting = limiters.get();
  }

  /** Forgets all calls. */
  synchronized void reset() {
    if (!used) {
      return;
    }
    counting = limiters.get();
    groups.forEach(group -> group.counted = counting.group(group.limits()));
    changed.values().forEach(counting::change);
    used = false;
  }

  @Override
  public synchronized LimitGroup group(List<LimitPolicy> limits) {
    Group group = new Group(counting.group(limits));
    groups.add(group);
    return group;
  }

  @Override
  public synchronized void verify(LimitPolicy limit) {
    counting.verify(limit);
  }

  @Override
  public synchronized void change(LimitPolicy limit) {
    counting.change(limit);
    changed.put(limit.id(), limit);
  }

  /** A group, as the limiter has it that counts now. */
  private final class Group implements LimitGroup {
    private volatile LimitGroup counted;

    Group(LimitGroup counted) {
      this.counted = counted;
    }

    @Override
    public List<LimitPolicy> limits() {
      return counted.limits();
    }

    @Override
    public LimitCharge newCharge() {
      if (off.getAsBoolean()) {
        return new Uncounted(limits());
      }
      used = true;
      return counted.newCharge();
    }

    @Override
    public boolean isAskedTogetherWith(LimitGroup next) {
      return !off.getAsBoolean()
          && next instanceof Group other
          && counted.isAskedTogetherWith(other.counted);
    }
  }

  /** Grants every call. */
  private record Uncounted(List<LimitPolicy> limits) implements LimitCharge {

    @Override
    public void key(int limit, String key) {
      // Nobody is counted.
    }

    @Override
    public boolean acquire() {
      return true;
    }

    @Override
    public boolean peek() {
      return true;
    }

    @Override
    public LimitDecision decision(int limit) {
      LimitPolicy policy = limits.get(limit);
      return new LimitDecision(policy, true, policy.permits(), 0, 0, 0);
    }

    @Override
    public void giveBack(int limit) {
      // Nothing was taken.
    }

    @Override
    public void credit(int limit, long permits) {
      // Nothing is owed.
    }
  }
}
