package dev.gatewright.vault;

import dev.gatewright.runtime.secret.SecretUnavailableException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Speaks HTTP with Vault: no redirect is followed, since it would carry the token elsewhere, and
 * time and size of an answer are bounded. Thread-safe.
 */
final class VaultHttp {
  /** A version of a secret and what comes with it, every character escaped. */
  private static final int MAX_BYTES = 1_048_576;

  private static final Pattern HEADER_VALUE = Pattern.compile("[!-~]{1,8192}");

  private final URI address;
  private final @Nullable String namespace;
  private final Duration timeout;
  private final HttpClient client;

  VaultHttp(
      URI address, @Nullable String namespace, Duration timeout, @Nullable SSLContext trusted) {
    this.address = address;
    this.namespace = namespace;
    this.timeout = timeout;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout);
    this.client = (trusted == null ? builder : builder.sslContext(trusted)).build();
  }

  VaultReply get(String name, String path, String token) {
    if (!HEADER_VALUE.matcher(token).matches()) {
      // The JDK's client would quote it.
      throw new SecretUnavailableException(
          name, "cannot be read: the Vault token is malformed", "provide the token as one line");
    }
    return send(name, path, request(path).header("X-Vault-Token", token).GET().build());
  }

  VaultReply post(String name, String path, byte[] json) {
    return send(
        name,
        path,
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(json))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(timeout)
            // A Vault Agent may insist on it, as nobody can be tricked into sending it.
            .header("X-Vault-Request", "true");
    return namespace == null ? request : request.header("X-Vault-Namespace", namespace);
  }

  private VaultReply send(String name, String path, HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request, head -> new BoundedBody(MAX_BYTES));
    try {
      // The request's own timeout ends with the head of the answer.
      HttpResponse<byte[]> response = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new VaultReply(name, path, response.statusCode(), response.body());
    } catch (TimeoutException slow) {
      throw unreachable(name, "did not answer within " + timeout);
    } catch (ExecutionException failed) {
      throw unreachable(name, "cannot be asked (" + description(failed.getCause()) + ")");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unreachable(name, "was not waited for");
    } finally {
      exchange.cancel(true);
    }
  }

  /** Other messages may quote what was received. */
  private static String description(@Nullable Throwable cause) {
    return cause instanceof ConnectException
            || cause instanceof SSLException
            || cause instanceof TooLargeException
        ? cause.toString()
        : String.valueOf(cause == null ? null : cause.getClass().getName());
  }

  private SecretUnavailableException unreachable(String name, String problem) {
    return new SecretUnavailableException(
        name,
        "cannot be read: Vault at " + address + " " + problem,
        "see that it runs, and that address and certificate are right");
  }
}
