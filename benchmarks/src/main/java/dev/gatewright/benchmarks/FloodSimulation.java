package dev.gatewright.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatewright.runtime.limit.Eviction;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One client that wants more than its limit, on a simulated clock: it floods the store of counters
 * with keys that nobody has seen, each of which calls once, and whenever there were as many as the
 * store has room for, its own key calls until it is refused. Ten minutes, 10 permits a minute, room
 * for 65,536 keys.
 *
 * <p>Run as a program it prints the table in the documentation.
 */
final class FloodSimulation {

  static final int SLOTS = 1 << 16;
  static final LimitPolicy LIMIT =
      LimitPolicy.named("flooded").permits(10, Duration.ofMinutes(1)).build();

  /** The burst at the start, and what ten minutes bring. */
  static final long HONEST_MAXIMUM = 110;

  private static final long DURATION = Duration.ofMinutes(10).toNanos();
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long INTERVAL = LIMIT.period().toNanos() / LIMIT.permits();
  private static final long BURST = LIMIT.burst() * INTERVAL;

  /** Something that limits by key. */
  interface Store {
    boolean admits(String key, long now);
  }

  /**
   * What happened.
   *
   * @param admitted calls of the client's own key that were admitted
   * @param newcomers of a hundred keys of the flood, how many were admitted
   */
  record Outcome(long admitted, double newcomers) {}

  private FloodSimulation() {}

  /** Prints the table: a row for each store, a column for each rate of new keys. */
  public static void main(String[] arguments) {
    System.out.println("| new keys a second | 20,000 | 40,000 | 60,000 |");
    System.out.println("|---|---|---|---|");
    for (String store : List.of("strict", "lenient", "LinkedHashMap as LRU", "Caffeine")) {
      StringBuilder row = new StringBuilder("| " + store);
      for (int rate = 20_000; rate <= 60_000; rate += 20_000) {
        Outcome outcome = run(store(store), rate);
        row.append(
            String.format(
                Locale.ROOT, " | %,d (%.0f %%)", outcome.admitted(), outcome.newcomers()));
      }
      System.out.println(row + " |");
    }
  }

  /**
   * Plays the ten minutes.
   *
   * @param rate new keys a second
   */
  static Outcome run(Store store, int rate) {
    long step = SECOND / rate;
    long flood = 0;
    long newcomers = 0;
    long admitted = 0;
    for (long now = 0; now < DURATION; now += step) {
      if (flood++ % SLOTS == 0) {
        while (store.admits("the client", now)) {
          admitted++;
        }
      }
      if (store.admits(Long.toString(flood, Character.MAX_RADIX), now)) {
        newcomers++;
      }
    }
    return new Outcome(admitted, 100.0 * newcomers / flood);
  }

  private static Store store(String name) {
    return switch (name) {
      case "strict" -> gatewright(Eviction.STRICT);
      case "lenient" -> gatewright(Eviction.LENIENT);
      case "Caffeine" -> caffeine();
      default -> leastRecentlyUsed();
    };
  }

  static Store gatewright(Eviction eviction) {
    long[] clock = {0};
    LimitCharge charge =
        InProcessRateLimiter.builder()
            .slotsPerLimit(SLOTS)
            .eviction(eviction)
            .nanoClock(() -> clock[0])
            .build()
            .group(List.of(LIMIT))
            .newCharge();
    return (key, now) -> {
      clock[0] = now;
      charge.key(0, key);
      return charge.acquire();
    };
  }

  static Store leastRecentlyUsed() {
    Map<String, long[]> words =
        new LinkedHashMap<>(2 * SLOTS, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, long[]> eldest) {
            return size() > SLOTS;
          }
        };
    return (key, now) -> admits(words.computeIfAbsent(key, unseen -> new long[1]), now);
  }

  static Store caffeine() {
    Cache<String, long[]> words =
        Caffeine.newBuilder().maximumSize(SLOTS).executor(Runnable::run).build();
    return (key, now) -> admits(words.get(key, unseen -> new long[1]), now);
  }

  /** The generic cell rate algorithm, for one thread. */
  private static boolean admits(long[] arrival, long now) {
    long next = Math.max(arrival[0], now) + INTERVAL;
    if (next - now > BURST) {
      return false;
    }
    arrival[0] = next;
    return true;
  }
}
