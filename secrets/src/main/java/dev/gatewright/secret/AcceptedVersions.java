package dev.gatewright.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of a secret are accepted, and until when. Immutable.
 *
 * @param previous versions before the current one, newest first; also those whose time is over, as
 *     long as the source lists them, since it would else begin again
 */
record AcceptedVersions(SecretValue current, List<Held> previous) {

  /** What is accepted after the first read. */
  static AcceptedVersions first(SecretVersions read, Instant now, Duration overlap) {
    return new AcceptedVersions(read.current(), List.of()).next(read, now, overlap);
  }

  /**
   * What is accepted after another read. A version that was current when this process last looked
   * is accepted for a whole overlap from now: nobody knows who used it until now. One that this
   * process never saw as the current one counts from when the source says it was replaced.
   */
  AcceptedVersions next(SecretVersions read, Instant now, Duration overlap) {
    if (read.previousWithdrawn()) {
      return new AcceptedVersions(read.current(), List.of());
    }
    Map<SecretValue, Held> held = new LinkedHashMap<>();
    hold(held, new Held(current, now.plus(overlap)));
    for (Held each : previous) {
      if (each.until().isAfter(now) || read.previous().contains(each.value())) {
        hold(held, each);
      }
    }
    Instant rotatedAt = read.rotatedAt();
    Instant since = rotatedAt == null || rotatedAt.isAfter(now) ? now : rotatedAt;
    for (SecretValue listed : read.previous()) {
      hold(held, new Held(listed, since.plus(overlap)));
    }
    held.remove(read.current());
    return new AcceptedVersions(
        read.current(), held.values().stream().limit(SecretVersions.MAX_PREVIOUS).toList());
  }

  /** The versions to derive from. */
  SecretVersions at(Instant now) {
    return new SecretVersions(
        current,
        previous.stream().filter(held -> held.until().isAfter(now)).map(Held::value).toList(),
        null,
        false);
  }

  /** When the next version is to be withdrawn; null if none is. */
  @Nullable Instant nextWithdrawal(Instant now) {
    return previous.stream()
        .map(Held::until)
        .filter(until -> until.isAfter(now))
        .min(Instant::compareTo)
        .orElse(null);
  }

  private static void hold(Map<SecretValue, Held> held, Held version) {
    held.putIfAbsent(version.value(), version);
  }

  /** A version, and when it is no longer accepted. */
  record Held(SecretValue value, Instant until) {}
}
