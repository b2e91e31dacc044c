package dev.gatewright.vault;

import dev.gatewright.authentication.http.BoundedHttpClient;
import dev.gatewright.authentication.http.HttpOutcome;
import dev.gatewright.authentication.http.ServerUri;
import dev.gatewright.runtime.option.Option;
import dev.gatewright.secret.SecretUnavailableException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Speaks HTTP with Vault: no redirect is followed, since it would carry the token elsewhere, and
 * time and size of an answer are bounded. Thread-safe.
 */
final class VaultHttp {
  /** A version of a secret and what comes with it, every character escaped. */
  private static final int MAX_BYTES = 1_048_576;

  private static final Pattern HEADER_VALUE = Pattern.compile("[!-~]{1,8192}");

  private final String address;
  private final @Nullable String namespace;
  private final BoundedHttpClient client;

  VaultHttp(
      ServerUri address,
      @Nullable String namespace,
      Duration timeout,
      @Nullable SSLContext trusted) {
    this.address = address.toString();
    this.namespace = namespace;
    this.client = new BoundedHttpClient(timeout, MAX_BYTES, trusted);
  }

  /** An address that tokens may be sent to, without a slash at its end. */
  static ServerUri address(URI vault) {
    Option.require(
        vault.getRawQuery() == null,
        "address",
        "has a query",
        "give the address of Vault itself, as https://vault.example:8200");
    String text = vault.toString();
    return ServerUri.of(
        "address", text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  VaultReply get(String name, String path, String token) {
    if (!HEADER_VALUE.matcher(token).matches()) {
      // The JDK's client would quote it.
      throw new SecretUnavailableException(
          name, "cannot be read: the Vault token is malformed", "provide the token as one line");
    }
    return send(name, path, request().header("X-Vault-Token", token).GET());
  }

  VaultReply post(String name, String path, byte[] json) {
    return send(
        name,
        path,
        request()
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(json)));
  }

  private HttpRequest.Builder request() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            // A Vault Agent may insist on it, as nobody can be tricked into sending it.
            .header("X-Vault-Request", "true");
    return namespace == null ? request : request.header("X-Vault-Namespace", namespace);
  }

  private VaultReply send(String name, String path, HttpRequest.Builder request) {
    HttpOutcome outcome = client.send(new ServerUri(URI.create(address + path)), request);
    if (outcome instanceof HttpOutcome.Answered answered) {
      return new VaultReply(name, path, answered.status(), answered.body());
    }
    String reason = outcome instanceof HttpOutcome.Failed failed ? failed.reason() : "no answer";
    throw new SecretUnavailableException(
        name,
        "cannot be read: of Vault at " + address + " " + reason,
        "see that it runs, and that address and certificate are right");
  }
}
