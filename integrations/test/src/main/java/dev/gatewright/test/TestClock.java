package dev.gatewright.test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Moves the time that the application's gate goes by: limits, the age of tokens and of what callers
 * last authenticated. To be injected into the test. Each test starts at the system's time, and with
 * limits that nobody has used. Thread-safe.
 */
public final class TestClock {
  private final AtomicReference<Duration> advanced = new AtomicReference<>(Duration.ZERO);
  private volatile @Nullable InstantSource source;

  TestClock() {}

  /**
   * Lets time pass.
   *
   * @throws IllegalArgumentException if it is negative
   * @throws IllegalStateException if the application tells the time by a bean of its own
   */
  public void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException(
          "time cannot run back by " + time + ". Fix: advance the clock by 0 or more.");
    }
    Objects.requireNonNull(source());
    advanced.updateAndGet(before -> before.plus(time));
  }

  /**
   * Says what time it is.
   *
   * @throws IllegalStateException if the application tells the time by a bean of its own
   */
  public Instant instant() {
    return source().instant().plus(advanced.get());
  }

  private InstantSource source() {
    InstantSource known = source;
    if (known == null) {
      throw new IllegalStateException(
          "the gate does not go by this clock, as the application has a bean 'gatewrightClock' of"
              + " its own. Fix: move that one, or leave it out in tests.");
    }
    return known;
  }

  /** The gate's time, which passes as that of the clock that it would go by otherwise. */
  InstantSource in(InstantSource other) {
    source = other;
    return this::instant;
  }

  /** Nanoseconds from any origin. */
  long nanos() {
    return System.nanoTime() + advanced.get().toNanos();
  }

  void reset() {
    advanced.set(Duration.ZERO);
  }
}
