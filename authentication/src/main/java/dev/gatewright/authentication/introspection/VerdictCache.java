package dev.gatewright.authentication.introspection;

import dev.gatewright.runtime.caller.Authentication;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the issuer said of tokens a moment ago, by their fingerprints. Bounded: where it is full of
 * what still holds, nothing more is remembered. Thread-safe.
 *
 * <p>Written here because a cache that makes room, as Caffeine does, lets a flood of tokens that
 * the issuer refuses push out those of honest clients; each entry has an end of its own, too.
 */
final class VerdictCache {
  private static final Duration BETWEEN_CLEANINGS = Duration.ofSeconds(1);

  private record Entry(Authentication verdict, Instant from, Instant until) {
    boolean holds(Instant now) {
      return !now.isBefore(from) && now.isBefore(until);
    }
  }

  private final int maxEntries;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private volatile Instant cleanedAt = Instant.MIN;

  VerdictCache(int maxEntries) {
    this.maxEntries = maxEntries;
  }

  @Nullable Authentication find(String fingerprint, Instant now) {
    Entry entry = entries.get(fingerprint);
    return entry != null && entry.holds(now) ? entry.verdict() : null;
  }

  void put(String fingerprint, Authentication verdict, Instant now, Instant until) {
    if (!now.isBefore(until)) {
      return;
    }
    if (entries.size() >= maxEntries) {
      clean(now);
    }
    if (entries.size() < maxEntries || entries.containsKey(fingerprint)) {
      entries.put(fingerprint, new Entry(verdict, now, until));
    }
  }

  private void clean(Instant now) {
    Instant last = cleanedAt;
    if (now.isBefore(last) || !now.isBefore(last.plus(BETWEEN_CLEANINGS))) {
      cleanedAt = now;
      entries.values().removeIf(entry -> !entry.holds(now));
    }
  }

  int size() {
    return entries.size();
  }
}
