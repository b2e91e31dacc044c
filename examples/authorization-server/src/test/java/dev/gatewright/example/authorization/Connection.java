package dev.gatewright.example.authorization;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Connects one server to another, and can be cut by a test. Nobody listens at its port while it is
 * cut. Thread-safe.
 */
final class Connection {
  private final InetSocketAddress address;
  private final HttpClient http;
  private final AtomicInteger requests = new AtomicInteger();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "provider-connection");
            thread.setDaemon(true);
            return thread;
          });

  private HttpServer server;
  private volatile String target = "";

  Connection() {
    this(HttpClient.newHttpClient());
  }

  /** Goes on with this client, as where the authorization server wants TLS. */
  Connection(HttpClient http) {
    this.http = http;
    server = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    address = server.getAddress();
  }

  private HttpServer listen(InetSocketAddress at) {
    try {
      HttpServer started = HttpServer.create(at, 0);
      started.setExecutor(threads);
      started.createContext("/", this::passOn);
      started.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void passOn(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
              .method(
                  exchange.getRequestMethod(),
                  BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      for (String name : List.of("Authorization", "Content-Type", "Accept")) {
        String value = exchange.getRequestHeaders().getFirst(name);
        if (value != null) {
          request.header(name, value);
        }
      }
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      int length = answer.body().length;
      exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(answer.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the address of this connection. */
  String root() {
    return "http://127.0.0.1:" + address.getPort();
  }

  /** Returns properties of a bank that reaches the authorization server by this connection. */
  List<String> propertiesOfTheBank() {
    return List.of(
        "--gatewright.jwt.issuers.authorization-server.jwks-uri=" + root() + "/oauth2/jwks",
        "--gatewright.introspection.uri=" + root() + "/oauth2/introspect");
  }

  void leadTo(int port) {
    leadTo("http://127.0.0.1:" + port);
  }

  void leadTo(String root) {
    target = root;
  }

  int requests() {
    return requests.get();
  }

  synchronized void cut() {
    server.stop(0);
  }

  synchronized void restore() {
    server = listen(address);
  }
}
