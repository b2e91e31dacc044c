package dev.gatewright.runtime.charge;

import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.CallerPlans;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.option.Option;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Limits of an endpoint that are decided together. Thread-safe. */
final class LimitTier {

  /** Challenges that may be solved in a limit's period, for each key. */
  private static final int CHALLENGES = 8;

  private final RateLimiter limiter;
  private final List<LimitPolicy> declared;
  private final LimitGroup group;
  private final List<@Nullable LimitGroup> challenged = new ArrayList<>();

  /** Parts of this tier, by the limits that are missing: as few as the program has ways to them. */
  private final Map<Long, LimitTier> parts = new ConcurrentHashMap<>();

  private LimitTier(List<LimitPolicy> declared, RateLimiter limiter) {
    this.limiter = limiter;
    this.declared = declared;
    for (LimitPolicy limit : declared) {
      challenged.add(
          limit.onLimit() == OnLimit.CHALLENGE ? limiter.group(List.of(solved(limit))) : null);
    }
    this.group = limiter.group(declared);
  }

  /**
   * A tier of these limits; null where there are none.
   *
   * @throws IllegalArgumentException if a limit cannot be kept, or there are more than 64
   */
  static @Nullable LimitTier of(List<LimitPolicy> limits, RateLimiter limiter) {
    Option.require(
        limits.size() <= Long.SIZE,
        "limits",
        "of one endpoint are more than 64 that are decided together",
        "remove some");
    // Those that everybody shares come last: some of them cannot take permits back. Those that ask
    // one class for plans come together, so that it is asked once.
    List<LimitPolicy> ordered = new ArrayList<>(limits);
    ordered.sort(
        Comparator.comparing((LimitPolicy limit) -> limit.key() == LimitKey.GLOBAL)
            .thenComparing(each -> each.plan() == null ? "" : each.plan().plans().getName()));
    return ordered.isEmpty() ? null : new LimitTier(List.copyOf(ordered), limiter);
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

  /**
   * The limits as the endpoint declares them, in the order of the group's, which may be changed.
   */
  List<LimitPolicy> declared() {
    return declared;
  }

  LimitGroup group() {
    return group;
  }

  /** What counts the challenges solved at a limit; null where it sets none. */
  @Nullable LimitGroup challenged(int limit) {
    return challenged.get(limit);
  }

  /**
   * What is left of this tier to be charged: what holds for the caller and is not charged yet.
   *
   * @param caller whom the endpoint knows; null for nobody
   * @param plans know the plans of callers, by the classes that the limits name
   * @return null where nothing is left; this tier, where all of it is
   */
  @Nullable LimitTier left(
      ChargedLimits charged, @Nullable Caller caller, Map<Class<?>, CallerPlans> plans) {
    long missing = 0;
    int count = 0;
    Class<?> asked = null;
    String answer = null;
    for (int i = 0; i < declared.size(); i++) {
      LimitPolicy.Plan plan = declared.get(i).plan();
      if (plan != null && caller != null && asked != plan.plans()) {
        asked = plan.plans();
        answer = Objects.requireNonNull(plans.get(asked)).plan(caller);
      }
      if ((plan != null && !plan.includes(caller == null ? null : answer))
          || charged.contain(declared.get(i), caller != null)) {
        missing |= 1L << i;
        count++;
      }
    }
    if (count == 0) {
      return this;
    }
    return count == declared.size() ? null : part(missing);
  }

  private LimitTier part(Long missing) {
    LimitTier known = parts.get(missing);
    return known != null ? known : parts.computeIfAbsent(missing, this::newPart);
  }

  private LimitTier newPart(long missing) {
    List<LimitPolicy> left = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      if ((missing & (1L << i)) == 0) {
        left.add(declared.get(i));
      }
    }
    return new LimitTier(List.copyOf(left), limiter);
  }
}
