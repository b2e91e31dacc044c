package dev.gatewright.sample.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** The time of day, and of later days: the gate goes by it, as its name says. */
@Component("gatewrightClock")
public class MovableClock implements InstantSource {
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

  @Override
  public Instant instant() {
    return Instant.now().plus(offset.get());
  }

  /** Lets time pass; it never goes back. */
  public void pass(Duration duration) {
    offset.updateAndGet(before -> before.plus(duration));
  }
}
