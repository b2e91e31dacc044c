package dev.gatewright.limit;

import static dev.gatewright.limit.LimitBounds.HORIZON_NANOS;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.Strategy;
import dev.gatewright.limit.LimitFault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Holds one limit as {@code @RateLimited} says it: how it counts, what it counts, and its numbers.
 * Takes any values; {@link #faults} says what is wrong with them. Immutable and thread-safe.
 */
public final class LimitDefinition {
  private final Strategy strategy;
  private final LimitKey key;
  private final Counted counted;
  private final long permits;
  private final Duration period;
  private final long burst;
  private final long cost;
  private final Duration maxWait;

  private LimitDefinition(Builder builder) {
    strategy = builder.strategy;
    key = builder.key;
    counted = builder.counted;
    permits = builder.permits;
    period = builder.period;
    burst = builder.burst;
    cost = builder.cost;
    maxWait = builder.maxWait;
  }

  /**
   * Starts a limit that counts every call, each of which takes one permit. It has no permits yet.
   *
   * @param strategy how permits are given out
   * @param key whose calls are counted together
   */
  public static Builder of(Strategy strategy, LimitKey key) {
    return new Builder(strategy, key);
  }

  /** Returns how permits are given out. */
  public Strategy strategy() {
    return strategy;
  }

  /** Returns whose calls are counted together. */
  public LimitKey key() {
    return key;
  }

  /** Returns which calls count. */
  public Counted counted() {
    return counted;
  }

  /** Returns the permits per period. */
  public long permits() {
    return permits;
  }

  /** Returns the period. */
  public Duration period() {
    return period;
  }

  /** Returns the permits that may be taken at once; 0 where the strategy's own burst holds. */
  public long burst() {
    return burst;
  }

  /** Returns the permits that one call takes. */
  public long cost() {
    return cost;
  }

  /** Returns how long a call may be held until its permits have come; zero for no time. */
  public Duration maxWait() {
    return maxWait;
  }

  /** Returns the same limit with other numbers; a burst of 0 is the strategy's own. */
  public LimitDefinition withNumbers(long newPermits, Duration newPeriod, long newBurst) {
    return of(strategy, key)
        .counted(counted)
        .permits(newPermits, newPeriod)
        .burst(newBurst)
        .cost(cost)
        .maxWait(maxWait)
        .build();
  }

  /** Returns the burst, the strategy's own where none is written. */
  public long effectiveBurst() {
    if (burst != 0) {
      return burst;
    }
    return strategy == Strategy.LEAKY_BUCKET ? cost : permits;
  }

  /**
   * Tells whether everybody's calls are counted together in fixed windows; resilience4j counts
   * these in the process.
   */
  public boolean isGlobalWindow() {
    return key == LimitKey.GLOBAL
        && strategy == Strategy.FIXED_WINDOW
        && counted == Counted.EVERY_CALL;
  }

  /** Returns everything because of which the limit cannot be kept; empty where it can. */
  public List<LimitFault> faults() {
    List<LimitFault> faults = new ArrayList<>();
    boolean periodRight = checkPeriod(faults);
    // What does not add up is worth saying only of numbers that are right by themselves.
    if (checkEachNumber(faults)) {
      checkTogether(faults);
      if (periodRight) {
        checkCounters(faults);
      }
    }
    checkWait(faults);
    return List.copyOf(faults);
  }

  private boolean checkPeriod(List<LimitFault> faults) {
    if (LimitBounds.isPeriod(period)) {
      return true;
    }
    boolean tooShort = period.compareTo(LimitBounds.SHORTEST_PERIOD) < 0;
    String bound = tooShort ? "shorter than a millisecond" : "longer than 366 days";
    String fix = "use a " + (tooShort ? "longer" : "shorter") + " period";
    faults.add(new LimitFault(Kind.PERIOD_OUT_OF_BOUNDS, "its period is " + bound, fix));
    return false;
  }

  private boolean checkEachNumber(List<LimitFault> faults) {
    int before = faults.size();
    String fix = "leave it out, or use at least 1";
    if (permits < 1) {
      faults.add(new LimitFault(Kind.NO_PERMITS, "permits is " + permits, "use at least 1 permit"));
    }
    if (burst < 0) {
      faults.add(new LimitFault(Kind.NEGATIVE_BURST, "burst is " + burst, fix));
    }
    if (cost < 1) {
      faults.add(new LimitFault(Kind.NO_COST, "cost is " + cost, fix));
    }
    return faults.size() == before;
  }

  private void checkTogether(List<LimitFault> faults) {
    if (!strategy.isWindow()) {
      if (effectiveBurst() < cost) {
        String fix = "use a burst of at least " + cost;
        faults.add(new LimitFault(Kind.COST_ABOVE_BURST, tooDear(effectiveBurst()), fix));
      }
      return;
    }
    if (burst > 0) {
      String fix = "leave the burst out, or use a bucket";
      faults.add(new LimitFault(Kind.BURST_OF_WINDOW, "a window has no burst of its own", fix));
    }
    if (cost > permits) {
      String fix = "use at least " + cost + " permits";
      faults.add(new LimitFault(Kind.COST_ABOVE_PERMITS, tooDear(permits), fix));
    }
  }

  private String tooDear(long available) {
    return "a call costs %d permits, of which at most %d are there".formatted(cost, available);
  }

  private void checkCounters(List<LimitFault> faults) {
    switch (strategy) {
      case FIXED_WINDOW -> {
        if (isGlobalWindow()) {
          checkPermits(
              LimitBounds.MOST_GLOBAL_PERMITS, "a global window counts no further", faults);
        } else {
          checkPermits(
              LimitBounds.largest(LimitBounds.fixedWindowBits(period)),
              "a window of this period counts no further",
              faults);
        }
      }
      case SLIDING_WINDOW ->
          checkPermits(
              LimitBounds.largest(LimitBounds.slidingWindowBits(period)),
              "a sliding window of this period counts no further",
              faults);
      case TOKEN_BUCKET, LEAKY_BUCKET -> {
        if (checkPermits(
            period.toNanos() / LimitBounds.SHORTEST_INTERVAL_NANOS,
            "a bucket gives out at most one in 100 nanoseconds",
            faults)) {
          checkBurst(faults);
        }
      }
    }
  }

  private boolean checkPermits(long most, String reason, List<LimitFault> faults) {
    if (permits <= most) {
      return true;
    }
    faults.add(
        new LimitFault(
            Kind.PERMITS_BEYOND_COUNTERS,
            most,
            reason,
            "use at most " + most + " permits for this period, or another strategy"));
    return false;
  }

  /** A leaky bucket without a burst has its cost for one; a token bucket its permits, which fit. */
  private void checkBurst(List<LimitFault> faults) {
    long most = HORIZON_NANOS / LimitBounds.intervalNanos(period, permits);
    String reason = "more takes over 36 years to come back";
    if (burst > most) {
      String fix = "use a burst of at most " + most;
      faults.add(new LimitFault(Kind.BURST_BEYOND_COUNTERS, most, reason, fix));
    } else if (cost > most) {
      String fix = "use a cost of at most " + most;
      faults.add(new LimitFault(Kind.COST_BEYOND_COUNTERS, most, reason, fix));
    }
  }

  private void checkWait(List<LimitFault> faults) {
    if (maxWait.isNegative() || maxWait.compareTo(LimitBounds.LONGEST_WAIT) > 0) {
      String reason = "maxWait is not between 0 and 30 seconds";
      faults.add(new LimitFault(Kind.WAIT_OUT_OF_BOUNDS, reason, "use at most 30 seconds"));
    } else if (!maxWait.isZero() && strategy != Strategy.LEAKY_BUCKET) {
      String reason = "maxWait is for leaky buckets only";
      String fix = "leave it out, or use a leaky bucket";
      faults.add(new LimitFault(Kind.WAIT_WITHOUT_LEAKY_BUCKET, reason, fix));
    }
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof LimitDefinition that
            && strategy == that.strategy
            && key == that.key
            && counted == that.counted
            && permits == that.permits
            && burst == that.burst
            && cost == that.cost
            && period.equals(that.period)
            && maxWait.equals(that.maxWait));
  }

  @Override
  public int hashCode() {
    return Objects.hash(strategy, key, counted, permits, period, burst, cost, maxWait);
  }

  @Override
  public String toString() {
    return String.format(
        "LimitDefinition[strategy=%s, key=%s, counted=%s, permits=%s, period=%s, burst=%s, cost=%s,"
            + " maxWait=%s]",
        strategy, key, counted, permits, period, burst, cost, maxWait);
  }

  /** Collects a limit's values. Not thread-safe. */
  public static final class Builder {
    private Strategy strategy;
    private LimitKey key;
    private Counted counted = Counted.EVERY_CALL;
    private long permits;
    private Duration period = Duration.ZERO;
    private long burst;
    private long cost = 1;
    private Duration maxWait = Duration.ZERO;

    private Builder(Strategy strategy, LimitKey key) {
      this.strategy = strategy;
      this.key = key;
    }

    /** Sets how permits are given out. */
    public Builder strategy(Strategy newStrategy) {
      strategy = newStrategy;
      return this;
    }

    /** Sets whose calls are counted together. */
    public Builder key(LimitKey newKey) {
      key = newKey;
      return this;
    }

    /** Sets which calls count. */
    public Builder counted(Counted newCounted) {
      counted = newCounted;
      return this;
    }

    /** Sets the permits of each period. */
    public Builder permits(long newPermits, Duration per) {
      permits = newPermits;
      period = per;
      return this;
    }

    /** Sets the permits that may be taken at once; 0 for the strategy's own burst. */
    public Builder burst(long newBurst) {
      burst = newBurst;
      return this;
    }

    /** Sets the permits that one call takes. */
    public Builder cost(long newCost) {
      cost = newCost;
      return this;
    }

    /** Sets how long a call may be held until its permits have come. */
    public Builder maxWait(Duration newMaxWait) {
      maxWait = newMaxWait;
      return this;
    }

    /** Makes the limit, whatever is wrong with it. */
    public LimitDefinition build() {
      return new LimitDefinition(this);
    }
  }
}
