package dev.gatewright.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server on the loopback interface, whose answer can be changed while it runs. */
public final class TestServer implements AutoCloseable {
  private final AtomicInteger requests = new AtomicInteger();
  private volatile HttpHandler handler = exchange -> answer(exchange, 404, "text/plain", "nothing");
  private ExecutorService threads;
  private HttpServer server;
  private int port;

  public TestServer() {
    start();
  }

  /** Listens, on the same port as before. */
  public void start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new AssertionError("no server", e);
    }
    port = server.getAddress().getPort();
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          try (exchange) {
            handler.handle(exchange);
          }
        });
    server.start();
  }

  /** Connections are refused from now on. */
  public void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Override
  public void close() {
    stop();
  }

  public void handle(HttpHandler newHandler) {
    handler = newHandler;
  }

  public void answer(int status, String contentType, String body) {
    handler = exchange -> answer(exchange, status, contentType, body);
  }

  public void answerJson(String body) {
    answer(200, "application/json", body);
  }

  public static void answer(HttpExchange exchange, int status, String contentType, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  public int requests() {
    return requests.get();
  }

  public int port() {
    return port;
  }

  public String uri(String path) {
    return "http://localhost:" + port + path;
  }
}
