package dev.gatewright.runtime.challenge;

import dev.gatewright.runtime.http.BoundedHttpClient;
import dev.gatewright.runtime.http.HttpOutcome;
import dev.gatewright.runtime.http.ServerUri;
import dev.gatewright.runtime.secret.SecretUnavailableException;
import dev.gatewright.runtime.secret.SecretValue;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks a provider about an answer, but not while too many others are asking, and not while it is
 * known to be down. Thread-safe.
 */
final class SiteVerifyEndpoint {
  private static final String JSON = "application/json";

  /** Turnstile, hCaptcha and reCAPTCHA answer with a few hundred bytes. */
  private static final int MAX_RESPONSE_BYTES = 16_384;

  /**
   * That the provider is down or elsewhere. Other statuses may be due to the answer: strangers must
   * not be able to make the provider pass for down.
   */
  private static final Set<Integer> DOWN = Set.of(401, 403, 404, 405, 429, 502, 503, 504);

  /** What the provider said. */
  sealed interface Reply {

    /** Something in JSON, yet unread. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Json(byte[] body) implements Reply {}

    /** Nothing that could be used. */
    record None(String reason) implements Reply {}
  }

  private final BoundedHttpClient client;
  private final ServerUri uri;
  private final Supplier<SecretValue> secret;
  private final Semaphore calls;
  private final CircuitBreaker breaker;

  SiteVerifyEndpoint(
      ServerUri uri,
      Supplier<SecretValue> secret,
      Duration timeout,
      int maxConcurrentCalls,
      Duration pauseWhenDown) {
    this.client = new BoundedHttpClient(timeout, MAX_RESPONSE_BYTES, null);
    this.uri = uri;
    this.secret = secret;
    calls = new Semaphore(maxConcurrentCalls);
    breaker =
        CircuitBreaker.of(
            "gatewright-site-verify",
            CircuitBreakerConfig.custom()
                .slidingWindow(20, 5, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(50)
                .waitDurationInOpenState(pauseWhenDown)
                .permittedNumberOfCallsInHalfOpenState(2)
                .build());
  }

  Reply ask(String answer, String clientAddress) {
    if (!calls.tryAcquire()) {
      return new Reply.None("the provider is being asked about too many answers at once");
    }
    try {
      return breaker.tryAcquirePermission()
          ? permitted(answer, clientAddress)
          : new Reply.None("the provider has failed too often, it is left alone");
    } finally {
      calls.release();
    }
  }

  private Reply permitted(String answer, String clientAddress) {
    long start = System.nanoTime();
    HttpOutcome outcome = post(answer, clientAddress);
    long took = System.nanoTime() - start;
    if (outcome instanceof HttpOutcome.Failed failed) {
      breaker.onError(took, TimeUnit.NANOSECONDS, new IOException(failed.reason()));
      return new Reply.None("the provider cannot be asked: " + failed.reason());
    }
    HttpOutcome.Answered answered = (HttpOutcome.Answered) outcome;
    String reason = "the provider answered with status " + answered.status();
    if (DOWN.contains(answered.status())) {
      breaker.onError(took, TimeUnit.NANOSECONDS, new IOException(reason));
      return new Reply.None(reason);
    }
    if (answered.status() != 200) {
      breaker.releasePermission();
      return new Reply.None(reason);
    }
    breaker.onSuccess(took, TimeUnit.NANOSECONDS);
    return answered.is(JSON)
        ? new Reply.Json(answered.body())
        : new Reply.None("the provider did not answer with " + JSON);
  }

  private HttpOutcome post(String answer, String clientAddress) {
    String form;
    try {
      form =
          "secret="
              + encoded(secret.get().text())
              + "&response="
              + encoded(answer)
              + "&remoteip="
              + encoded(clientAddress);
    } catch (SecretUnavailableException e) {
      return new HttpOutcome.Failed("the secret is unavailable");
    }
    return client.send(
        uri,
        HttpRequest.newBuilder()
            .header("Accept", JSON)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form, StandardCharsets.US_ASCII)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
