package dev.gatewright.authentication.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Calls of one server that answers in JSON and is asked on behalf of strangers: not too many at
 * once, and none while it is known to be down. Thread-safe.
 */
public final class ServerCalls {

  /** The media type that is asked for. */
  public static final String JSON = "application/json";

  /**
   * That the server is down, elsewhere, or does not know us. Other statuses may be due to what is
   * asked: strangers must not be able to make the server pass for down.
   */
  private static final Set<Integer> DOWN = Set.of(401, 403, 404, 405, 429, 502, 503, 504);

  private final String server;
  private final Semaphore calls;
  private final CircuitBreaker breaker;

  /**
   * Calls of a server that is taken to be up.
   *
   * @param server what it is called in reasons, as {@code the provider}
   * @param breakerName name of the circuit breaker
   */
  public ServerCalls(
      String server, String breakerName, int maxConcurrentCalls, Duration pauseWhenDown) {
    this.server = server;
    calls = new Semaphore(maxConcurrentCalls);
    breaker =
        CircuitBreaker.of(
            breakerName,
            CircuitBreakerConfig.custom()
                .slidingWindow(20, 5, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(50)
                .waitDurationInOpenState(pauseWhenDown)
                .permittedNumberOfCallsInHalfOpenState(2)
                .build());
  }

  /**
   * Makes a call, unless too many are being made or the server is down.
   *
   * @throws RuntimeException what the call throws, which is not held against the server
   */
  public JsonAnswer ask(Supplier<HttpOutcome> call) {
    if (!calls.tryAcquire()) {
      return new JsonAnswer.None(server + " is being asked too many questions at once");
    }
    try {
      return breaker.tryAcquirePermission()
          ? permitted(call)
          : new JsonAnswer.None(server + " has failed too often, it is left alone");
    } finally {
      calls.release();
    }
  }

  private JsonAnswer permitted(Supplier<HttpOutcome> call) {
    long start = System.nanoTime();
    HttpOutcome outcome;
    try {
      outcome = call.get();
    } catch (RuntimeException | Error e) {
      // What was permitted and never ends would keep the breaker from closing again.
      breaker.releasePermission();
      throw e;
    }
    long took = System.nanoTime() - start;
    if (outcome instanceof HttpOutcome.Failed failed) {
      breaker.onError(took, TimeUnit.NANOSECONDS, new IOException(failed.reason()));
      return new JsonAnswer.None(server + " cannot be asked: " + failed.reason());
    }
    HttpOutcome.Answered answered = (HttpOutcome.Answered) outcome;
    String reason = server + " answered with status " + answered.status();
    if (DOWN.contains(answered.status())) {
      breaker.onError(took, TimeUnit.NANOSECONDS, new IOException(reason));
      return new JsonAnswer.None(reason);
    }
    if (answered.status() != 200) {
      breaker.releasePermission();
      return new JsonAnswer.None(reason);
    }
    breaker.onSuccess(took, TimeUnit.NANOSECONDS);
    return answered.is(JSON)
        ? new JsonAnswer.Json(answered.body())
        : new JsonAnswer.None(server + " did not answer with " + JSON);
  }
}
