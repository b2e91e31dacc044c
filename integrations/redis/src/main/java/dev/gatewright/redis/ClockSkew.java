package dev.gatewright.redis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** How long Redis keeps what ends at an instant by the clocks of the applications. */
final class ClockSkew {

  /** The most that clocks may differ. */
  static final Duration GRACE = Duration.ofMinutes(2);

  /** What is kept longer than this is kept for ever: Redis's own clock ends before Java's does. */
  private static final Duration FOR_EVER = Duration.ofDays(366_000);

  private ClockSkew() {}

  /**
   * Milliseconds from now until the end of the instant and the grace; 0 for ever, negative if that
   * is over already.
   */
  static long millisUntil(Instant until, InstantSource clock) {
    Instant now = clock.instant();
    if (until.isAfter(now.plus(FOR_EVER))) {
      return 0;
    }
    long millis = ChronoUnit.MILLIS.between(now, until.plus(GRACE));
    return millis == 0 ? -1 : millis;
  }
}
