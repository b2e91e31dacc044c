package orders;

import static dev.gatewright.LimitKey.GLOBAL;
import static dev.gatewright.Strategy.FIXED_WINDOW;
import static dev.gatewright.Strategy.LEAKY_BUCKET;
import static dev.gatewright.Strategy.SLIDING_WINDOW;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class BeyondCounters {
  @Secured
  // expect 26: [GW-L15] @RateLimited at BeyondCounters.list() has permits = 4,194,304, and at most 4,194,303 can be kept: a window of this period counts no further. Fix: use at most 4,194,303, or another period or strategy.
  @RateLimited(permits = 4_194_304, per = "1ms", strategy = FIXED_WINDOW)
  void list() {}

  @Secured
  // expect 26: [GW-L15] @RateLimited at BeyondCounters.find(String) has permits = 524,288, and at most 524,287 can be kept: a sliding window of this period counts no further. Fix: use at most 524,287, or another period or strategy.
  @RateLimited(permits = 524_288, per = "1m", strategy = SLIDING_WINDOW)
  void find(String id) {}

  @Secured
  // expect 26: [GW-L15] @RateLimited at BeyondCounters.count() has permits = 10,000,001, and at most 10,000,000 can be kept: a bucket gives out at most one in 100 nanoseconds. Fix: use at most 10,000,000, or another period or strategy.
  @RateLimited(permits = 10_000_001, per = "1s")
  void count() {}

  @Secured
  // expect 51: [GW-L15] @RateLimited at BeyondCounters.sum() has burst = 37, and at most 36 can be kept: more takes over 36 years to come back. Fix: use at most 36, or another period or strategy.
  @RateLimited(permits = 1, per = "366d", burst = 37)
  void sum() {}

  @Secured
  // expect 75: [GW-L15] @RateLimited at BeyondCounters.copy() has cost = 37, and at most 36 can be kept: more takes over 36 years to come back. Fix: use at most 36, or another period or strategy.
  @RateLimited(permits = 1, per = "366d", strategy = LEAKY_BUCKET, cost = 37)
  void copy() {}

  @Secured
  // expect 26: [GW-L15] @RateLimited at BeyondCounters.move() has permits = 1,073,741,824, and at most 1,073,741,823 can be kept: a global window counts no further. Fix: use at most 1,073,741,823, or another period or strategy.
  @RateLimited(permits = 1_073_741_824, per = "1d", strategy = FIXED_WINDOW, key = GLOBAL)
  void move() {}
}
