package dev.gatewright.limit;

import static dev.gatewright.limit.LimitBounds.HORIZON_NANOS;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.Strategy;
import dev.gatewright.limit.LimitFault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One limit as {@code @RateLimited} says it: how it counts, what it counts, and its numbers. Any
 * values can be held; {@link #faults} says what is wrong with them.
 *
 * @param strategy how permits are given out
 * @param key whose calls are counted together
 * @param counted which calls count
 * @param permits permits per period
 * @param period the period
 * @param burst permits that may be taken at once; 0 where the strategy's own holds
 * @param cost permits that one call takes
 * @param maxWait how long a call may be held until its permits have come; zero for no time
 */
public record LimitDefinition(
    Strategy strategy,
    LimitKey key,
    Counted counted,
    long permits,
    Duration period,
    long burst,
    long cost,
    Duration maxWait) {

  /** The burst, the strategy's own where none is written. */
  public long effectiveBurst() {
    if (burst != 0) {
      return burst;
    }
    return strategy == Strategy.LEAKY_BUCKET ? cost : permits;
  }

  /**
   * Whether everybody's calls are counted together in fixed windows; resilience4j counts these in
   * the process.
   */
  public boolean isGlobalWindow() {
    return key == LimitKey.GLOBAL
        && strategy == Strategy.FIXED_WINDOW
        && counted == Counted.EVERY_CALL;
  }

  /** Everything because of which the limit cannot be kept; empty where it can. */
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
    faults.add(
        new LimitFault(
            Kind.PERIOD_OUT_OF_BOUNDS,
            "its period is " + (tooShort ? "shorter than a millisecond" : "longer than 366 days"),
            "use a " + (tooShort ? "longer" : "shorter") + " period"));
    return false;
  }

  private boolean checkEachNumber(List<LimitFault> faults) {
    int before = faults.size();
    if (permits < 1) {
      faults.add(new LimitFault(Kind.NO_PERMITS, "permits is " + permits, "use at least 1 permit"));
    }
    if (burst < 0) {
      faults.add(
          new LimitFault(
              Kind.NEGATIVE_BURST, "burst is " + burst, "leave it out, or use at least 1"));
    }
    if (cost < 1) {
      faults.add(
          new LimitFault(Kind.NO_COST, "cost is " + cost, "leave it out, or use at least 1"));
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
      faults.add(
          new LimitFault(
              Kind.WAIT_OUT_OF_BOUNDS,
              "maxWait is not between 0 and 30 seconds",
              "use at most 30 seconds"));
    } else if (!maxWait.isZero() && strategy != Strategy.LEAKY_BUCKET) {
      faults.add(
          new LimitFault(
              Kind.WAIT_WITHOUT_LEAKY_BUCKET,
              "maxWait is for leaky buckets only",
              "leave it out, or use a leaky bucket"));
    }
  }
}
