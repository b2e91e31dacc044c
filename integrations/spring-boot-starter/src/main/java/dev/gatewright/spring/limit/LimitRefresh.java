package dev.gatewright.spring.limit;

import dev.gatewright.runtime.limit.EffectiveLimits;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes over what other instances change of limits: before traffic, and then every few seconds, on
 * a thread of its own that keeps no process alive. While the changes cannot be reached limits stay
 * as they are, which is logged once. Thread-safe.
 */
final class LimitRefresh implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(LimitRefresh.class);
  private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
  private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

  private final EffectiveLimits limits;
  private final long intervalMillis;
  private volatile boolean failing;
  private @Nullable Thread thread;

  /**
   * Asks for nothing yet.
   *
   * @param interval how often to ask: 1 second to 1 hour. Each time differs by up to a quarter of
   *     it, so that instances that start together do not ask together
   * @throws InvalidOptionException if that is out of bounds
   */
  LimitRefresh(EffectiveLimits limits, Duration interval) {
    Option.between(interval, SHORTEST_INTERVAL, LONGEST_INTERVAL, "refreshInterval", "5 seconds");
    this.limits = limits;
    this.intervalMillis = interval.toMillis();
  }

  /** Asks once, on the calling thread, and then from time to time. */
  @Override
  public synchronized void start() {
    if (thread == null) {
      refresh();
      thread = new Thread(this::keepRefreshing, "gatewright-limits");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Asks no more; may be started again. */
  @Override
  public synchronized void stop() {
    if (thread != null) {
      thread.interrupt();
      thread = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  /** Web servers start long after it, and stop before it. */
  @Override
  public int getPhase() {
    return 0;
  }

  private void keepRefreshing() {
    try {
      while (true) {
        long quarter = intervalMillis / 4;
        Thread.sleep(intervalMillis + ThreadLocalRandom.current().nextLong(-quarter, quarter + 1));
        refresh();
      }
    } catch (InterruptedException stopped) {
      log.debug("Changes of limits are not asked for any more");
    }
  }

  private void refresh() {
    try {
      limits.refresh();
      if (failing) {
        log.info("Changes of limits can be asked for again");
      }
      failing = false;
    } catch (RuntimeException e) {
      // An interrupt stops it, and is no outage.
      if (!failing && !Thread.currentThread().isInterrupted()) {
        log.warn("Limits stay as they are, as changes cannot be asked for: {}", String.valueOf(e));
        failing = true;
      }
    }
  }
}
