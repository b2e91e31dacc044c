package dev.gatewright.authentication.apikey;

import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the store what the use of keys brings about: when a key was last used, and its hash
 * under a new pepper. Thread-safe.
 *
 * <p>It never blocks a request nor makes one fail: writing is done by a thread of its own, with at
 * most {@value #MAX_WAITING} writings waiting; what is more is left out and made up for by the
 * key's next use. The time of use is coarse: one writing per key and interval.
 */
public final class ApiKeyUpdates implements AutoCloseable {

  /** How often the use of one key is written at most unless set. */
  public static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(1);

  /** Most writings that wait. */
  static final int MAX_WAITING = 1_024;

  /** Most keys whose last writing is remembered; a forgotten one is written a little too often. */
  static final int MAX_REMEMBERED = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(ApiKeyUpdates.class);
  private static final long IDLE_SECONDS = 30;

  private final ApiKeyStore store;
  private final Duration interval;
  private final ThreadPoolExecutor writer;
  private final AtomicLong failures = new AtomicLong();
  private final Map<String, Instant> written =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  /** Writes the use of a key once a minute at most. */
  public ApiKeyUpdates(ApiKeyStore store) {
    this(store, DEFAULT_INTERVAL);
  }

  /**
   * Writes into this store.
   *
   * @param interval how often the use of one key is written at most: 1 second to 1 day
   * @throws InvalidOptionException if that is out of bounds
   */
  public ApiKeyUpdates(ApiKeyStore store, Duration interval) {
    this.store = Objects.requireNonNull(store);
    Option.require(
        interval.compareTo(Duration.ofSeconds(1)) >= 0
            && interval.compareTo(Duration.ofDays(1)) <= 0,
        "interval",
        "is not between 1 second and 1 day",
        "use 1 minute");
    this.interval = interval;
    writer =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            ApiKeyUpdates::daemon,
            new ThreadPoolExecutor.DiscardPolicy());
    writer.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "gatewright-api-key-updates");
    thread.setDaemon(true);
    return thread;
  }

  /** A key was accepted. */
  void used(ApiKey key, HashMatch match, Instant now) {
    if (match instanceof HashMatch.Previous previous) {
      writer.execute(
          () -> attempt(() -> store.replaceHash(key.id(), key.hash(), previous.newHash())));
    }
    if (isDue(key, now)) {
      writer.execute(() -> attempt(() -> store.recordUse(key.id(), now)));
    }
  }

  private boolean isDue(ApiKey key, Instant now) {
    Instant last = key.lastUsedAt();
    if (last != null && now.isBefore(last.plus(interval))) {
      return false;
    }
    synchronized (written) {
      Instant before = written.get(key.id());
      if (before != null && now.isBefore(before.plus(interval))) {
        return false;
      }
      written.put(key.id(), now);
      return true;
    }
  }

  private void attempt(Runnable writing) {
    try {
      writing.run();
    } catch (RuntimeException e) {
      failures.incrementAndGet();
      // Its message may quote what was stored.
      LOG.warn("The use of an API key could not be stored: {}", e.getClass().getName());
    }
  }

  /** How many writings the store refused since the start. */
  public long failures() {
    return failures.get();
  }

  /** Waits for what is still to be written, for 5 seconds at most, and takes nothing more. */
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
        writer.shutdownNow();
      }
    } catch (InterruptedException e) {
      writer.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
