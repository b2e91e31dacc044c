package dev.gatewright.runtime.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A nanosecond clock that tests set. Thread-safe. */
final class ManualClock implements LongSupplier {
  private final AtomicLong nanos;

  ManualClock() {
    this(0);
  }

  ManualClock(long start) {
    nanos = new AtomicLong(start);
  }

  @Override
  public long getAsLong() {
    return nanos.get();
  }

  void advance(Duration step) {
    advance(step.toNanos());
  }

  void advance(long step) {
    nanos.addAndGet(step);
  }
}
