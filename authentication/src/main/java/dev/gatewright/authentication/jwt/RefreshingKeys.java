package dev.gatewright.authentication.jwt;

import dev.gatewright.authentication.jwt.JwkSetLoader.Load;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys that are looked for again before anybody misses them, on one thread, one look at a time.
 * Requests read a field; they wait only for the first look, and for one that may find a new key.
 *
 * <p>That a key does not exist is said only after a look that began when it was already missed, as
 * a set may have changed since any other. All requests that miss a key share the next look; looks
 * begin at least a second apart, and a bounded number of requests waits, so that strangers can make
 * neither the provider be asked more nor all requests wait.
 *
 * <p>That keys have become too old to be used is noticed by the looks that fail, so that no request
 * has to ask a clock.
 */
final class RefreshingKeys implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RefreshingKeys.class);

  /** Most requests that wait for a key to be found: a quarter of the threads that Tomcat has. */
  static final int MAX_WAITING = 50;

  /** One look. It ends by itself, as loaders do. */
  private record Look(CompletableFuture<@Nullable Void> end) {
    Look() {
      this(new CompletableFuture<>());
    }
  }

  private final JwkSetLoader loader;
  private final RefreshTimes times;
  private final InstantSource clock;
  private final ScheduledThreadPoolExecutor thread;
  private final Semaphore waiting = new Semaphore(MAX_WAITING);

  /** Written under the lock. Null before the first look, when too old, and when closed. */
  private volatile @Nullable VerificationKeys keys;

  private final Object lock = new Object();
  // All below is guarded by the lock.
  private final AbsentKeyIds absent = new AbsentKeyIds();
  private @Nullable Look running;
  private @Nullable Look pending;
  private @Nullable Future<?> start;
  private @Nullable Future<?> next;
  private long earliestLook = System.nanoTime();
  private int failures;
  private String failure = "";
  private Instant loadedAt = Instant.MIN;
  private boolean closed;

  /** What was read last; null before that. */
  private @Nullable JwkSet set;

  RefreshingKeys(JwkSetLoader loader, RefreshTimes times, InstantSource clock) {
    this.loader = loader;
    this.times = times;
    this.clock = clock;
    thread = new ScheduledThreadPoolExecutor(1, RefreshingKeys::daemon);
    thread.setRemoveOnCancelPolicy(true);
  }

  private static Thread daemon(Runnable task) {
    Thread daemon = new Thread(task, "gatewright-keys");
    daemon.setDaemon(true);
    return daemon;
  }

  /** The keys now; waits for the first look. */
  VerificationKeys current() {
    VerificationKeys now = keys;
    return now != null ? now : first();
  }

  private VerificationKeys first() {
    Look first;
    synchronized (lock) {
      // After a failure requests do not wait: the thread tries again by itself.
      requireNoFailure();
      first = running != null ? running : nextLook(0);
    }
    await(first, System.nanoTime() + times.longestWait().toNanos());
    VerificationKeys now = keys;
    if (now == null) {
      throw unavailable();
    }
    return now;
  }

  /**
   * The keys after looking again.
   *
   * @param seen those among which a key was missed
   * @param keyId the missed one; null where a token names none
   * @return {@code seen} if a look that began after the call, or a moment before for the same id,
   *     has found them unchanged; other keys if they have changed
   * @throws KeysUnavailableException if that cannot be told now
   */
  VerificationKeys refreshed(VerificationKeys seen, @Nullable String keyId) {
    synchronized (lock) {
      if (keys != seen) {
        return known();
      }
      if (keyId != null && absent.has(keyId, clock.instant())) {
        return seen;
      }
      requireNoFailure();
    }
    if (!waiting.tryAcquire()) {
      throw new KeysUnavailableException("too many requests wait for the keys of " + loader);
    }
    try {
      return lookedForAgain(seen, keyId);
    } finally {
      waiting.release();
    }
  }

  private VerificationKeys lookedForAgain(VerificationKeys seen, @Nullable String keyId) {
    long end = System.nanoTime() + times.longestWait().toNanos();
    Look look;
    synchronized (lock) {
      look = running;
    }
    if (look != null) {
      // It may have begun before the key was published, so it is not the last word.
      await(look, end);
    }
    synchronized (lock) {
      if (keys != seen) {
        return known();
      }
      requireNoFailure();
      look = nextLook(Math.max(0, earliestLook - System.nanoTime()));
    }
    await(look, end);
    synchronized (lock) {
      requireNoFailure();
      if (keys == seen && keyId != null) {
        absent.add(keyId, clock.instant(), times.coolDown());
      }
      return known();
    }
  }

  private VerificationKeys known() {
    VerificationKeys now = keys;
    if (now == null) {
      throw unavailable();
    }
    return now;
  }

  private void requireNoFailure() {
    if (closed || failures > 0) {
      throw unavailable();
    }
  }

  private KeysUnavailableException unavailable() {
    synchronized (lock) {
      return new KeysUnavailableException(
          "the keys of "
              + loader
              + " cannot be told now"
              + (failure.isEmpty() ? "" : ": " + failure));
    }
  }

  /** Why the key of this id was left out, when the keys were read last; null where none was. */
  @Nullable String reasonWithout(String keyId) {
    synchronized (lock) {
      return set == null ? null : set.reasonWithout(keyId);
    }
  }

  private void await(Look look, long end) {
    try {
      look.end().get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  /** The look that has not begun yet, which is the same for all that ask. */
  private Look nextLook(long nanos) {
    Look look = pending;
    if (look == null) {
      Look scheduled = new Look();
      start = thread.schedule(() -> run(scheduled), nanos, TimeUnit.NANOSECONDS);
      pending = scheduled;
      look = scheduled;
    }
    return look;
  }

  private void run(Look look) {
    synchronized (lock) {
      if (!look.equals(pending)) {
        return; // Given up at this moment.
      }
      pending = null;
      running = look;
      earliestLook = System.nanoTime() + RefreshTimes.LEAST_PAUSE.toNanos();
    }
    Load load = new Load.Failed("looking broke off");
    try {
      load = loader.load();
    } finally {
      synchronized (lock) {
        running = null;
        if (!closed) {
          finish(load);
        }
      }
      look.end().complete(null);
    }
  }

  private void finish(Load load) {
    Duration wait;
    if (load instanceof Load.Loaded loaded) {
      accept(loaded.set());
      wait = times.interval();
    } else {
      fail((Load.Failed) load);
      wait = times.retryAfter(failures);
    }
    if (next != null) {
      next.cancel(false);
    }
    next = thread.schedule(this::lookAhead, wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void lookAhead() {
    synchronized (lock) {
      if (!closed) {
        nextLook(0);
      }
    }
  }

  private void accept(JwkSet read) {
    List<JwkSet.LeftOut> leftOutBefore = set == null ? List.of() : set.leftOut();
    set = read;
    VerificationKeys known = keys;
    if (known == null || !known.hasSameKeysAs(read.keys())) {
      keys = read.keys();
      absent.clear();
      log.info("The keys of {} are now {}", loader, read.keys());
    }
    if (!read.leftOut().equals(leftOutBefore)) {
      read.leftOut().forEach(each -> log.warn("The keys of {}: left out {}", loader, each));
    }
    if (failures > 0) {
      log.info("The keys of {} can be read again", loader);
    }
    failures = 0;
    failure = "";
    loadedAt = clock.instant();
  }

  private void fail(Load.Failed failed) {
    failures++;
    if (!failed.reason().equals(failure)) {
      failure = failed.reason();
      log.warn("The keys of {} cannot be read: {}", loader, failure);
    }
    giveUpPending();
    if (keys != null && !clock.instant().isBefore(loadedAt.plus(times.maxStale()))) {
      keys = null;
      log.error(
          "The keys of {} were last read at {}, which is too long ago: no token of this issuer is"
              + " accepted until they can be read again ({})",
          loader,
          loadedAt,
          failed.reason());
    }
  }

  /** From now on it is looked at the pace of failures, which requests cannot hurry. */
  private void giveUpPending() {
    Look look = pending;
    pending = null;
    if (start != null) {
      start.cancel(false);
    }
    if (look != null) {
      look.end().complete(null);
    }
  }

  /** Stops looking. No key is known from then on. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      keys = null;
      thread.shutdownNow();
      giveUpPending();
      if (running != null) {
        running.end().complete(null);
      }
    }
  }
}
