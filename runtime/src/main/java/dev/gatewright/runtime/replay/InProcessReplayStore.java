package dev.gatewright.runtime.replay;

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
 * next use is refused. The number of entries bounds the requests with proofs: 100,000 entries, of
 * about 150 bytes each, are enough for 1,500 requests a second with DPoP proofs that count for 65
 * seconds.
 */
public final class InProcessReplayStore implements ReplayStore {

  /** Most uses that are remembered unless set. */
  public static final int DEFAULT_MAX_ENTRIES = 100_000;

  /** Looking for entries that ended costs time in proportion to all of them. */
  private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(1);

  private final int maxEntries;
  private final InstantSource clock;
  private final Map<String, Instant> uses = new ConcurrentHashMap<>();
  private final AtomicInteger taken = new AtomicInteger();
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
    this.clock = Objects.requireNonNull(clock);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if no entry is free
   */
  @Override
  public boolean firstUse(String key, Instant until) {
    Instant now = clock.instant();
    Instant earlier = uses.get(key);
    if (earlier != null && !hasEnded(earlier, now)) {
      return false;
    }
    take(now);
    earlier = uses.putIfAbsent(key, until);
    if (earlier == null) {
      return true;
    }
    taken.decrementAndGet();
    return hasEnded(earlier, now) && uses.replace(key, earlier, until);
  }

  private void take(Instant now) {
    if (takeOne()) {
      return;
    }
    sweep(now);
    if (!takeOne()) {
      throw new IllegalStateException(
          "All "
              + maxEntries
              + " entries for what may be used once are taken. Fix: allow more entries.");
    }
  }

  private boolean takeOne() {
    if (taken.incrementAndGet() <= maxEntries) {
      return true;
    }
    taken.decrementAndGet();
    return false;
  }

  private void sweep(Instant now) {
    Instant last = lastSweep.get();
    boolean due = last.equals(Instant.MIN) || !now.isBefore(last.plus(BETWEEN_SWEEPS));
    if (due && lastSweep.compareAndSet(last, now)) {
      uses.forEach(
          (key, until) -> {
            if (hasEnded(until, now) && uses.remove(key, until)) {
              taken.decrementAndGet();
            }
          });
    }
  }

  private static boolean hasEnded(Instant until, Instant now) {
    return now.isAfter(until);
  }
}
