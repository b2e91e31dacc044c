package dev.gatewright.authentication.introspection;

import dev.gatewright.secret.SecretValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Who asks: {@code client_secret_basic} (RFC 6749, section 2.3.1). Its text form does not hold the
 * secret.
 *
 * @param id the client's id
 * @param secret asked for with every request, so that it may rotate
 */
record ClientCredentials(String id, Supplier<SecretValue> secret) {

  /**
   * The {@code Authorization} header. Id and secret are form-encoded first, as both may hold a
   * colon.
   */
  String basic() {
    String pair = encoded(id) + ":" + encoded(secret.get().text());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "ClientCredentials[id=" + id + "]";
  }
}
