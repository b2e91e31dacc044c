package dev.gatewright.runtime;

import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.List;
import java.util.function.Function;

/** A limiter that does what a test says. */
record ScriptedLimiter(Function<LimitPolicy, LimitDecision> acquire, Runnable giveBack)
    implements RateLimiter {

  @Override
  public LimitGroup group(List<LimitPolicy> limits) {
    return new LimitGroup() {
      @Override
      public List<LimitPolicy> limits() {
        return limits;
      }

      @Override
      public LimitCharge newCharge() {
        return new Charge(limits);
      }
    };
  }

  @Override
  public void verify(LimitPolicy limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void change(LimitPolicy limit) {
    throw new UnsupportedOperationException();
  }

  private final class Charge implements LimitCharge {
    private final List<LimitPolicy> limits;

    Charge(List<LimitPolicy> limits) {
      this.limits = limits;
    }

    @Override
    public void key(int limit, String key) {}

    @Override
    public boolean acquire() {
      return limits.stream().allMatch(limit -> acquire.apply(limit).granted());
    }

    @Override
    public boolean peek() {
      return acquire();
    }

    @Override
    public LimitDecision decision(int limit) {
      return acquire.apply(limits.get(limit));
    }

    @Override
    public void giveBack(int limit) {
      giveBack.run();
    }

    @Override
    public void credit(int limit, long permits) {
      throw new UnsupportedOperationException();
    }
  }
}
