package dev.gatewright.test;

import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.spring.limit.LimitsProperties;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Switches the limits of one application off and on again. Thread-safe. */
final class TestLimits {
  /** So few that each test may start with new ones. */
  private static final int MOST_SLOTS = 1_024;

  private final TestClock clock;
  private final List<TestRateLimiter> started = new CopyOnWriteArrayList<>();
  private volatile boolean off;

  TestLimits(TestClock clock) {
    this.clock = clock;
  }

  void switchOff(boolean newOff) {
    off = newOff;
  }

  /** Counts in this process by the test's clock, anew for each test. */
  RateLimiter inProcess(LimitsProperties limits) {
    TestRateLimiter limiter =
        limiter(
            () ->
                InProcessRateLimiter.builder()
                    .slotsPerLimit(Math.min(limits.slots(), MOST_SLOTS))
                    .eviction(limits.eviction())
                    .nanoClock(clock::nanos)
                    .build());
    started.add(limiter);
    return limiter;
  }

  /** Counts as the application's own limiter does, by its clock. */
  RateLimiter over(RateLimiter own) {
    return limiter(() -> own);
  }

  private TestRateLimiter limiter(Supplier<RateLimiter> limiters) {
    return new TestRateLimiter(limiters, () -> off);
  }

  /** Ends a test: limits are on, and nobody has used them. */
  void reset() {
    off = false;
    clock.reset();
    started.forEach(TestRateLimiter::reset);
  }
}
