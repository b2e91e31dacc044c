package dev.gatewright.authentication.http;

import dev.gatewright.runtime.option.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks other servers without trusting them to be quick, brief or honest: redirections are not
 * followed, a whole exchange ends with its time, and no more than a number of bytes is read.
 * Whatever goes wrong is an outcome, never an exception. Thread-safe.
 *
 * <p>The JDK's client is made for the first exchange: it loads some 600 classes and reads the
 * trusted certificates, which every application would wait for at its start.
 */
public final class BoundedHttpClient {
  private static final int MAX_CAUSES = 16;

  private final Duration timeout;
  private final int maxBodyBytes;
  private final @Nullable SSLContext sslContext;
  private volatile @Nullable HttpClient client;

  /**
   * A client.
   *
   * @param timeout for one exchange from connecting to the last byte, 10 milliseconds to 1 minute
   * @param maxBodyBytes most bytes that are read of a body
   * @param sslContext whom to trust and whom to present; null for the platform's default
   * @throws dev.gatewright.runtime.option.InvalidOptionException if the timeout is out of bounds
   */
  public BoundedHttpClient(Duration timeout, int maxBodyBytes, @Nullable SSLContext sslContext) {
    Option.require(
        timeout.compareTo(Duration.ofMillis(10)) >= 0
            && timeout.compareTo(Duration.ofMinutes(1)) <= 0,
        "timeout",
        "is not between 10 milliseconds and 1 minute",
        "use 2 seconds");
    this.timeout = timeout;
    this.maxBodyBytes = maxBodyBytes;
    this.sslContext = sslContext;
  }

  /**
   * GET.
   *
   * @param accept media types that are asked for
   */
  public HttpOutcome get(ServerUri uri, String accept) {
    return exchange(request(uri, accept).GET().build());
  }

  /**
   * POST of a form.
   *
   * @param authorization the {@code Authorization} header
   * @param form what was encoded as {@code application/x-www-form-urlencoded}
   */
  public HttpOutcome post(ServerUri uri, String accept, String authorization, byte[] form) {
    return exchange(
        request(uri, accept)
            .header("Authorization", authorization)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofByteArray(form))
            .build());
  }

  /**
   * Any other request.
   *
   * @param request method, headers and body; the address and the time are set here
   */
  public HttpOutcome send(ServerUri uri, HttpRequest.Builder request) {
    return exchange(request.copy().uri(uri.value()).timeout(timeout).build());
  }

  private HttpRequest.Builder request(ServerUri uri, String accept) {
    return HttpRequest.newBuilder(uri.value()).timeout(timeout).header("Accept", accept);
  }

  private HttpOutcome exchange(HttpRequest request) {
    HttpClient made;
    try {
      made = client();
    } catch (UncheckedIOException e) {
      return new HttpOutcome.Failed("the platform's trusted certificates cannot be read");
    }
    CompletableFuture<HttpResponse<byte[]>> exchange =
        made.sendAsync(request, response -> new BoundedBody(maxBodyBytes));
    try {
      // The client's own timeout ends with the headers; this one includes the body.
      HttpResponse<byte[]> response = exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return new HttpOutcome.Answered(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(null),
          response.body());
    } catch (TimeoutException e) {
      return new HttpOutcome.Failed("there is no whole answer after " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new HttpOutcome.Failed("the thread was interrupted");
    } finally {
      exchange.cancel(true);
    }
  }

  private HttpClient client() {
    HttpClient made = client;
    if (made != null) {
      return made;
    }
    synchronized (this) {
      if (client == null) {
        HttpClient.Builder builder =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout);
        if (sslContext != null) {
          builder.sslContext(sslContext);
        }
        client = builder.build();
      }
      return client;
    }
  }

  /** The kind of problem only, as messages may quote what the server sent. */
  private static HttpOutcome.Failed failed(@Nullable Throwable problem) {
    BodyTooLargeException tooLarge = find(BodyTooLargeException.class, problem);
    if (tooLarge != null) {
      return new HttpOutcome.Failed(String.valueOf(tooLarge.getMessage()));
    }
    if (find(UnresolvedAddressException.class, problem) != null
        || find(UnknownHostException.class, problem) != null) {
      return new HttpOutcome.Failed("the host is not known", HttpOutcome.Kind.UNKNOWN_HOST);
    }
    if (problem instanceof ConnectException) {
      return new HttpOutcome.Failed(
          "no server can be connected with (ConnectException)", HttpOutcome.Kind.NOT_LISTENING);
    }
    if (find(CertPathBuilderException.class, problem) != null) {
      return new HttpOutcome.Failed(
          "the server's certificate is of an authority that is not trusted here",
          HttpOutcome.Kind.UNTRUSTED);
    }
    return new HttpOutcome.Failed(
        problem instanceof IOException
            ? "the exchange failed with " + problem.getClass().getSimpleName()
            : "the request could not be sent");
  }

  private static <T extends Throwable> @Nullable T find(
      Class<T> type, @Nullable Throwable problem) {
    Throwable cause = problem;
    for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
      cause = cause.getCause();
    }
    return null;
  }
}
