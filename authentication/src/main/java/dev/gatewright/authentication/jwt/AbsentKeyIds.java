package dev.gatewright.authentication.jwt;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Key ids that were looked for and are not there, so that the same token sent again and again is
 * looked for once in a while only. Holds a bounded number; the oldest gives way. Not thread-safe.
 */
final class AbsentKeyIds {
  static final int MAX_KEY_IDS = 256;

  private record Period(Instant from, Instant until) {}

  private final Map<String, Period> periods = new LinkedHashMap<>();

  /**
   * Whether it was found not to be there; before, should the clock be set back, nothing is known.
   */
  boolean has(String keyId, Instant now) {
    Period period = periods.get(keyId);
    return period != null && !now.isBefore(period.from()) && now.isBefore(period.until());
  }

  /** Remembers one for a time. */
  void add(String keyId, Instant now, Duration duration) {
    periods.remove(keyId);
    if (periods.size() == MAX_KEY_IDS) {
      periods.remove(periods.keySet().iterator().next());
    }
    periods.put(keyId, new Period(now, now.plus(duration)));
  }

  void clear() {
    periods.clear();
  }
}
