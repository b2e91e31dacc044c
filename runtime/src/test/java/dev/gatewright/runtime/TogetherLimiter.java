package dev.gatewright.runtime;

import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.List;

/**
 * A limiter that counts as another does and, as if that were far away, asks two groups in one round
 * trip.
 *
 * @param log what was asked in each round trip
 */
record TogetherLimiter(RateLimiter counting, List<String> log) implements RateLimiter {

  @Override
  public LimitGroup group(List<LimitPolicy> limits) {
    return new Group(counting.group(limits));
  }

  @Override
  public void verify(LimitPolicy limit) {
    counting.verify(limit);
  }

  @Override
  public void change(LimitPolicy limit) {
    counting.change(limit);
  }

  private final class Group implements LimitGroup {
    private final LimitGroup group;

    Group(LimitGroup group) {
      this.group = group;
    }

    @Override
    public List<LimitPolicy> limits() {
      return group.limits();
    }

    @Override
    public LimitCharge newCharge() {
      return new Charge(names(group), group.newCharge());
    }

    @Override
    public boolean isAskedTogetherWith(LimitGroup next) {
      return next instanceof Group;
    }
  }

  private static String names(LimitGroup group) {
    return String.join(",", group.limits().stream().map(LimitPolicy::name).toList());
  }

  private final class Charge implements LimitCharge {
    private final String names;
    private final LimitCharge charge;

    Charge(String names, LimitCharge charge) {
      this.names = names;
      this.charge = charge;
    }

    @Override
    public void key(int limit, String key) {
      charge.key(limit, key);
    }

    @Override
    public boolean acquire() {
      log.add(names);
      return charge.acquire();
    }

    @Override
    public int acquireThen(LimitCharge next) {
      Charge other = (Charge) next;
      log.add(names + " then " + other.names);
      return charge.acquireThen(other.charge);
    }

    @Override
    public boolean peek() {
      return charge.peek();
    }

    @Override
    public LimitDecision decision(int limit) {
      return charge.decision(limit);
    }

    @Override
    public void giveBack(int limit) {
      charge.giveBack(limit);
    }

    @Override
    public void credit(int limit, long permits) {
      charge.credit(limit, permits);
    }
  }
}
