package dev.gatewright.authentication.introspection;

import dev.gatewright.authentication.http.BoundedHttpClient;
import dev.gatewright.authentication.http.HttpOutcome;
import dev.gatewright.authentication.http.JsonAnswer;
import dev.gatewright.authentication.http.ServerCalls;
import dev.gatewright.authentication.http.ServerUri;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the issuer about a token (RFC 7662, section 2.1), but not while too many others are asking,
 * and not while it is known to be down. Thread-safe.
 */
final class IntrospectionEndpoint {
  private static final Logger log = LoggerFactory.getLogger(IntrospectionEndpoint.class);

  private final BoundedHttpClient client;
  private final ServerUri uri;
  private final ClientCredentials credentials;
  private final ServerCalls calls;
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
    calls =
        new ServerCalls(
            "the introspection endpoint",
            "gatewright-introspection",
            maxConcurrentCalls,
            pauseWhenDown);
  }

  JsonAnswer ask(String token) {
    return calls.ask(() -> post(token));
  }

  private HttpOutcome post(String token) {
    try {
      HttpOutcome outcome = client.post(uri, ServerCalls.JSON, credentials.basic(), form(token));
      if (outcome instanceof HttpOutcome.Answered answered) {
        complainIfRefused(answered.status());
      }
      return outcome;
    } catch (RuntimeException e) {
      // Whoever supplies the secret may fail in any way, and its message may quote it.
      return new HttpOutcome.Failed("the client secret is unavailable: " + e.getClass().getName());
    }
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
