package dev.gatewright.runtime.auth.introspection;

import dev.gatewright.runtime.http.BoundedHttpClient;
import dev.gatewright.runtime.http.HttpOutcome;
import dev.gatewright.runtime.http.ServerUri;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the issuer about a token (RFC 7662, section 2.1), but not while too many others are asking,
 * and not while it is known to be down. Thread-safe.
 */
final class IntrospectionEndpoint {
  private static final Logger log = LoggerFactory.getLogger(IntrospectionEndpoint.class);
  private static final String JSON = "application/json";

  /**
   * That the endpoint is down, elsewhere, or does not know us. Other statuses may be due to the
   * token: strangers must not be able to make the issuer pass for down.
   */
  private static final Set<Integer> DOWN = Set.of(401, 403, 404, 405, 429, 502, 503, 504);

  /** What the issuer said. */
  sealed interface Answer {

    /** Something in JSON, yet unread. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Json(byte[] body) implements Answer {}

    /** Nothing that could be used. */
    record None(String reason) implements Answer {}
  }

  private final BoundedHttpClient client;
  private final ServerUri uri;
  private final ClientCredentials credentials;
  private final Semaphore calls;
  private final CircuitBreaker breaker;
  private final AtomicBoolean complained = new AtomicBoolean();

  IntrospectionEndpoint(
      BoundedHttpClient client,
      ServerUri uri,
      ClientCredentials credentials,
      int maxConcurrentCalls,
      Duration pauseWhenDown) {
    this.client = client;
    this.uri = uri;
    this.credentials = credentials;
    calls = new Semaphore(maxConcurrentCalls);
    breaker =
        CircuitBreaker.of(
            "gatewright-introspection",
            CircuitBreakerConfig.custom()
                .slidingWindow(20, 5, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(50)
                .waitDurationInOpenState(pauseWhenDown)
                .permittedNumberOfCallsInHalfOpenState(2)
                .build());
  }

  Answer ask(String token) {
    if (!calls.tryAcquire()) {
      return new Answer.None("too many tokens are being asked about at once");
    }
    try {
      return breaker.tryAcquirePermission()
          ? permitted(token)
          : new Answer.None("the introspection endpoint has failed too often, it is left alone");
    } finally {
      calls.release();
    }
  }

  private Answer permitted(String token) {
    long start = System.nanoTime();
    HttpOutcome outcome;
    try {
      outcome = client.post(uri, JSON, credentials.basic(), form(token));
    } catch (RuntimeException e) {
      // Whoever supplies the secret may fail in any way, and its message may quote it.
      outcome =
          new HttpOutcome.Failed("the client secret is unavailable: " + e.getClass().getName());
    } catch (Error e) {
      // What was permitted and never ends would keep the breaker from closing again.
      breaker.releasePermission();
      throw e;
    }
    long took = System.nanoTime() - start;
    if (outcome instanceof HttpOutcome.Failed failed) {
      breaker.onError(took, TimeUnit.NANOSECONDS, new IOException(failed.reason()));
      return new Answer.None("the introspection endpoint cannot be asked: " + failed.reason());
    }
    HttpOutcome.Answered answer = (HttpOutcome.Answered) outcome;
    complainIfRefused(answer.status());
    String reason = "the introspection endpoint answered with status " + answer.status();
    if (DOWN.contains(answer.status())) {
      breaker.onError(took, TimeUnit.NANOSECONDS, new IOException(reason));
      return new Answer.None(reason);
    }
    if (answer.status() != 200) {
      breaker.releasePermission();
      return new Answer.None(reason);
    }
    breaker.onSuccess(took, TimeUnit.NANOSECONDS);
    return answer.is(JSON)
        ? new Answer.Json(answer.body())
        : new Answer.None("the introspection endpoint did not answer with " + JSON);
  }

  /** Once, until it works: strangers decide how often it is asked. */
  private void complainIfRefused(int status) {
    if (status == 200) {
      complained.set(false);
    } else if ((status == 401 || status == 403) && complained.compareAndSet(false, true)) {
      log.error(
          "The introspection endpoint {} refuses this application (status {}), so no opaque token"
              + " can be verified. Fix: correct 'clientId' and 'clientSecret', and permit the"
              + " client to introspect",
          uri,
          status);
    }
  }

  private static byte[] form(String token) {
    return ("token="
            + URLEncoder.encode(token, StandardCharsets.US_ASCII)
            + "&token_type_hint=access_token")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
