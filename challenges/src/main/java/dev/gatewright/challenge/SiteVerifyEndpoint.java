package dev.gatewright.challenge;

import dev.gatewright.authentication.http.BoundedHttpClient;
import dev.gatewright.authentication.http.HttpOutcome;
import dev.gatewright.authentication.http.JsonAnswer;
import dev.gatewright.authentication.http.ServerCalls;
import dev.gatewright.authentication.http.ServerUri;
import dev.gatewright.secret.SecretUnavailableException;
import dev.gatewright.secret.SecretValue;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Asks a provider about an answer, but not while too many others are asking, and not while it is
 * known to be down. Thread-safe.
 */
final class SiteVerifyEndpoint {

  /** Turnstile, hCaptcha and reCAPTCHA answer with a few hundred bytes. */
  private static final int MAX_RESPONSE_BYTES = 16_384;

  private final BoundedHttpClient client;
  private final ServerUri uri;
  private final Supplier<SecretValue> secret;
  private final ServerCalls calls;

  SiteVerifyEndpoint(
      ServerUri uri,
      Supplier<SecretValue> secret,
      Duration timeout,
      int maxConcurrentCalls,
      Duration pauseWhenDown) {
    this.client = new BoundedHttpClient(timeout, MAX_RESPONSE_BYTES, null);
    this.uri = uri;
    this.secret = secret;
    calls =
        new ServerCalls(
            "the provider", "gatewright-site-verify", maxConcurrentCalls, pauseWhenDown);
  }

  JsonAnswer ask(String answer, String clientAddress) {
    return calls.ask(() -> post(answer, clientAddress));
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
            .header("Accept", ServerCalls.JSON)
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
