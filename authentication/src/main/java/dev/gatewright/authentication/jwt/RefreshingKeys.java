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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys that are looked for again before anybody misses them, on one thread, one look at a time.
 * Requests read a field; they wait only for the first look, and for the one that finds a new key.
 *
 * <p>That keys have become too old to be used is noticed by the looks that fail, so that no request
 * has to ask a clock.
 */
final class RefreshingKeys implements KeySource, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RefreshingKeys.class);

  /** One look. It ends by itself, as loaders do. */
  private record Look(boolean forUnknownKey, CompletableFuture<@Nullable Void> end) {}

  private final JwkSetLoader loader;
  private final RefreshTimes times;
  private final InstantSource clock;
  private final ScheduledThreadPoolExecutor thread;

  /** Written under the lock. Null before the first look, when too old, and when closed. */
  private volatile @Nullable VerificationKeys keys;

  private final Object lock = new Object();
  // All below is guarded by the lock.
  private @Nullable Look running;
  private @Nullable Future<?> next;
  private int failures;
  private Instant loadedAt = Instant.MIN;
  private Instant lookedForUnknownKeyAt = Instant.MIN;
  private Duration pause = Duration.ZERO;
  private List<String> skipped = List.of();
  private boolean closed;

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

  @Override
  public VerificationKeys current() {
    VerificationKeys now = keys;
    return now != null ? now : first();
  }

  private VerificationKeys first() {
    Look first;
    synchronized (lock) {
      // After a failure requests do not wait: the thread tries again by itself.
      requireNoFailure();
      first = startedOrJoined(false);
    }
    await(first);
    VerificationKeys now = keys;
    if (now == null) {
      throw unavailable();
    }
    return now;
  }

  @Override
  public VerificationKeys refreshed(VerificationKeys seen) {
    Look look;
    synchronized (lock) {
      look = keys == seen ? running : null;
    }
    if (look != null) {
      // It may have begun before the key was published, so it need not be the last word.
      await(look);
    }
    synchronized (lock) {
      if (keys == seen) {
        requireNoFailure();
      }
      look = keys == seen && mayLookForUnknownKey() ? startedOrJoined(true) : null;
    }
    if (look != null) {
      await(look);
      synchronized (lock) {
        requireNoFailure();
      }
    }
    return current();
  }

  private boolean mayLookForUnknownKey() {
    if (running != null || pause.isZero()) {
      return true;
    }
    Duration since = Duration.between(lookedForUnknownKeyAt, clock.instant());
    return since.isNegative() || since.compareTo(pause) >= 0;
  }

  private void requireNoFailure() {
    if (closed || failures > 0) {
      throw unavailable();
    }
  }

  private KeysUnavailableException unavailable() {
    return new KeysUnavailableException("the keys of " + loader + " cannot be told now");
  }

  private void await(Look look) {
    try {
      look.end().get(times.longestWait().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  private Look startedOrJoined(boolean forUnknownKey) {
    Look look = running;
    if (look == null) {
      Look started = new Look(forUnknownKey, new CompletableFuture<>());
      thread.execute(() -> run(started));
      running = started;
      look = started;
    }
    return look;
  }

  private void run(Look look) {
    Load load = new Load.Failed("looking broke off");
    try {
      load = loader.load();
    } finally {
      synchronized (lock) {
        running = null;
        if (!closed) {
          finish(look, load);
        }
      }
      look.end().complete(null);
    }
  }

  private void finish(Look look, Load load) {
    Duration wait;
    if (load instanceof Load.Loaded loaded) {
      accept(look, loaded.set());
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
        startedOrJoined(false);
      }
    }
  }

  private void accept(Look look, JwkSet set) {
    VerificationKeys known = keys;
    boolean changed = known == null || !known.hasSameKeysAs(set.keys());
    if (changed) {
      keys = set.keys();
      log.info("The keys of {} are now {}", loader, set.keys());
    }
    if (!set.skipped().equals(skipped)) {
      skipped = set.skipped();
      skipped.forEach(reason -> log.warn("The keys of {}: left out {}", loader, reason));
    }
    if (failures > 0) {
      log.info("The keys of {} can be read again", loader);
    }
    failures = 0;
    loadedAt = clock.instant();
    if (look.forUnknownKey()) {
      lookedForUnknownKeyAt = loadedAt;
      pause = changed ? RefreshTimes.PAUSE_AFTER_CHANGE : times.coolDown();
    }
  }

  private void fail(Load.Failed failed) {
    failures++;
    if (failures == 1) {
      log.warn("The keys of {} cannot be read: {}", loader, failed.reason());
    }
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

  /** Stops looking. No key is known from then on. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      keys = null;
      thread.shutdownNow();
      if (running != null) {
        running.end().complete(null);
      }
    }
  }
}
