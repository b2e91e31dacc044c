package dev.gatewright.authentication.replay;

import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Uses in the memory of this process: for applications that run once. Thread-safe.
 *
 * <p>No use is forgotten before its time to make room for another: where all entries are taken, the
 * next use is refused. One holder may take a quarter of them, so that nobody alone shuts out the
 * others. The number of entries bounds the requests with proofs: 100,000 entries, of about 200
 * bytes each, are enough for 1,300 requests a second with DPoP proofs, whose use is remembered for
 * 75 seconds, 330 of them by one holder.
 */
public final class InProcessReplayStore implements ReplayStore {

  /** Most uses that are remembered unless set. */
  public static final int DEFAULT_MAX_ENTRIES = 100_000;

  /** One holder may take one entry in this many. */
  private static final int HOLDERS = 4;

  /** Looking for entries that ended costs time in proportion to all of them. */
  private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(1);

  private record Use(String holder, Instant until) {}

  private final int maxEntries;
  private final int maxPerHolder;
  private final InstantSource clock;
  private final Map<String, Use> uses = new ConcurrentHashMap<>();
  private final AtomicInteger taken = new AtomicInteger();

  /** Entries of those that have any. */
  private final Map<String, Integer> takenBy = new ConcurrentHashMap<>();

  private final AtomicReference<Instant> lastSweep = new AtomicReference<>(Instant.MIN);

  /** The default number of uses, by the system's clock. */
  public InProcessReplayStore() {
    this(DEFAULT_MAX_ENTRIES, InstantSource.system());
  }

  /**
   * This many uses.
   *
   * @param maxEntries most uses that are remembered at once, 1 or more
   * @throws InvalidOptionException if that is less
   */
  public InProcessReplayStore(int maxEntries, InstantSource clock) {
    Option.require(maxEntries >= 1, "maxEntries", "is less than 1", "use 100000");
    this.maxEntries = maxEntries;
    this.maxPerHolder = Math.max(1, maxEntries / HOLDERS);
    this.clock = Objects.requireNonNull(clock);
  }

  /**
   * {@inheritDoc} Each key counts as a holder of its own.
   *
   * @throws IllegalStateException if no entry is free
   */
  @Override
  public boolean firstUse(String key, Instant until) {
    return firstUse(key, key, until);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if no entry is free, or none for this holder
   */
  @Override
  public boolean firstUse(String holder, String key, Instant until) {
    Instant now = clock.instant();
    Use earlier = uses.get(key);
    if (earlier != null && !hasEnded(earlier.until(), now)) {
      return false;
    }
    take(holder, now);
    Use use = new Use(holder, until);
    earlier = uses.putIfAbsent(key, use);
    if (earlier == null) {
      return true;
    }
    boolean first = hasEnded(earlier.until(), now) && uses.replace(key, earlier, use);
    giveBack(first ? earlier.holder() : holder);
    return first;
  }

  private void take(String holder, Instant now) {
    if (takeOne(holder)) {
      return;
    }
    sweep(now);
    if (!takeOne(holder)) {
      throw new IllegalStateException(
          "All "
              + maxEntries
              + " entries for what may be used once are taken, or the "
              + maxPerHolder
              + " of one holder. Fix: allow more entries.");
    }
  }

  private boolean takeOne(String holder) {
    if (taken.incrementAndGet() > maxEntries) {
      taken.decrementAndGet();
      return false;
    }
    if (takenBy.merge(holder, 1, Integer::sum) > maxPerHolder) {
      giveBack(holder);
      return false;
    }
    return true;
  }

  private void giveBack(String holder) {
    takenBy.computeIfPresent(holder, (who, entries) -> entries > 1 ? entries - 1 : null);
    taken.decrementAndGet();
  }

  private void sweep(Instant now) {
    Instant last = lastSweep.get();
    boolean due = last.equals(Instant.MIN) || !now.isBefore(last.plus(BETWEEN_SWEEPS));
    if (due && lastSweep.compareAndSet(last, now)) {
      uses.forEach(
          (key, use) -> {
            if (hasEnded(use.until(), now) && uses.remove(key, use)) {
              giveBack(use.holder());
            }
          });
    }
  }

  private static boolean hasEnded(Instant until, Instant now) {
    return now.isAfter(until);
  }
}
