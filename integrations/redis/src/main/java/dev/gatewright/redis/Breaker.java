package dev.gatewright.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops asking a Redis that does not answer, so that requests do not each wait for it. After a
 * while, longer each time, exactly one request asks again; only once it is answered do the others.
 * Thread-safe.
 */
final class Breaker {
  private static final Logger log = LoggerFactory.getLogger(Breaker.class);

  private static final int WINDOW = 20;
  private static final int MIN_CALLS = 10;
  private static final float FAILURES_PERCENT = 50;
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
  private static final double WAIT_FACTOR = 1.5;
  private static final double WAIT_JITTER = 0.5;

  private final CircuitBreaker breaker;
  private final RedisListener listener;

  /** When the outage that lasts now was noticed, or 0. */
  private final AtomicLong since = new AtomicLong();

  Breaker(RedisListener listener) {
    this.listener = listener;
    this.breaker =
        CircuitBreaker.of(
            "gatewright-redis",
            CircuitBreakerConfig.custom()
                .slidingWindow(WINDOW, MIN_CALLS, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(FAILURES_PERCENT)
                .waitIntervalFunctionInOpenState(
                    IntervalFunction.ofExponentialRandomBackoff(
                        FIRST_WAIT, WAIT_FACTOR, WAIT_JITTER, LONGEST_WAIT))
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(event -> changed(event.getStateTransition().getToState()));
  }

  /** Whether Redis may be asked; who was told so says what came of it. */
  boolean permits() {
    return breaker.tryAcquirePermission();
  }

  void answered(long startedAt) {
    breaker.onSuccess(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS);
  }

  void failed(long startedAt, Throwable failure) {
    breaker.onError(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS, failure);
  }

  /** The caller gave up; that says nothing about Redis. */
  void abandoned() {
    breaker.releasePermission();
  }

  boolean isClosed() {
    return breaker.getState() == State.CLOSED;
  }

  private void changed(State state) {
    if (state == State.OPEN && since.compareAndSet(0, Math.max(System.nanoTime(), 1))) {
      String reason = "at least half of the last calls failed";
      log.warn("Redis is not asked for now: {}", reason);
      listener.unavailable(reason);
    } else if (state == State.CLOSED) {
      long began = since.getAndSet(0);
      if (began != 0) {
        Duration outage = Duration.ofNanos(System.nanoTime() - began);
        log.info("Redis answers again, after {} ms", outage.toMillis());
        listener.available(outage);
      }
    }
  }
}
