package dev.gatewright.vault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speaks as much of Vault's documented HTTP protocol as a reader of secrets sees: versions of a
 * key/value engine with their metadata, deleted and destroyed ones, tokens, logins and errors. It
 * is not Vault, which cannot run here.
 */
final class VaultServer implements AutoCloseable {
  private static final Pattern READ =
      Pattern.compile("/v1/(?<path>.+?/data/[^?]+)(\\?version=(?<version>\\d+))?");
  private static final Pattern LOGIN =
      Pattern.compile("\\{\"(\\w+)\":\"([^\"]*)\",\"(\\w+)\":\"([^\"]*)\"}");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, List<String>> versions = new ConcurrentHashMap<>();
  private final Map<String, String> states = new ConcurrentHashMap<>();
  final List<String> requests = new CopyOnWriteArrayList<>();
  final List<String> tokens = new CopyOnWriteArrayList<>(List.of("s.root"));
  final AtomicReference<Answer> instead = new AtomicReference<>();
  final AtomicInteger logins = new AtomicInteger();
  volatile long leaseSeconds = 3_600;
  volatile String namespace = "";

  /** Answers in place of the server. */
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  VaultServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Stores another version of the fields at a path, as {@code secret/data/api}. */
  void store(String path, String fields) {
    versions.computeIfAbsent(path, unused -> new ArrayList<>()).add(fields);
  }

  /** {@code deleted}, {@code destroyed}, {@code gone}, or a time of deletion. */
  void mark(String path, int version, String state) {
    states.put(path + version, state);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      Answer answer = instead.get();
      if (answer != null) {
        answer.to(exchange);
      } else if (!"true".equals(exchange.getRequestHeaders().getFirst("X-Vault-Request"))
          || !namespace.equals(
              String.valueOf(exchange.getRequestHeaders().getFirst("X-Vault-Namespace"))
                  .replace("null", ""))) {
        send(exchange, 400, "{\"errors\":[\"missing header\"]}");
      } else if (exchange.getRequestMethod().equals("POST")) {
        logIn(exchange);
      } else if (!tokens.contains(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
        send(exchange, 403, "{\"errors\":[\"permission denied\"]}");
      } else {
        read(exchange);
      }
    }
  }

  private void read(HttpExchange exchange) throws IOException {
    Matcher request = READ.matcher(exchange.getRequestURI().toString());
    if (!request.matches() || !versions.containsKey(request.group("path"))) {
      send(exchange, 404, "{\"errors\":[]}");
      return;
    }
    List<String> stored = versions.get(request.group("path"));
    int number =
        request.group("version") == null
            ? stored.size()
            : Integer.parseInt(request.group("version"));
    String state = states.getOrDefault(request.group("path") + number, "");
    if (state.equals("gone") || number < 1 || number > stored.size()) {
      send(exchange, 404, "{\"errors\":[]}");
      return;
    }
    boolean readable = state.isEmpty() || state.startsWith("29");
    String deletion =
        state.startsWith("2") ? state : state.equals("deleted") ? "2026-01-02T00:00:00.1Z" : "";
    send(
        exchange,
        readable ? 200 : 404,
        """
        {"request_id":"5d","lease_id":"","renewable":false,"lease_duration":0,"data":{"data":%s,\
        "metadata":{"created_time":"2026-01-0%dT02:24:06.945319214Z","custom_metadata":null,\
        "deletion_time":"%s","destroyed":%b,"version":%d}},"wrap_info":null,"warnings":null,\
        "auth":null}
        """
            .formatted(
                readable ? stored.get(number - 1) : "null",
                number,
                deletion,
                state.equals("destroyed"),
                number));
  }

  private void logIn(HttpExchange exchange) throws IOException {
    Matcher body =
        LOGIN.matcher(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (!body.matches()) {
      send(exchange, 400, "{\"errors\":[\"missing role_id\"]}");
      return;
    }
    Map<String, String> fields = Map.of(body.group(1), body.group(2), body.group(3), body.group(4));
    boolean known =
        switch (exchange.getRequestURI().toString()) {
          case "/v1/auth/approle/login" ->
              fields.equals(Map.of("role_id", "bank", "secret_id", "s3cret"));
          case "/v1/auth/cluster/login" -> fields.equals(Map.of("role", "bank", "jwt", "e.y.J"));
          default -> false;
        };
    if (!known) {
      send(exchange, 400, "{\"errors\":[\"invalid role or secret ID\"]}");
      return;
    }
    String token = "s.login" + logins.incrementAndGet();
    tokens.add(token);
    send(
        exchange,
        200,
        """
        {"auth":{"renewable":true,"lease_duration":%d,"metadata":null,"token_policies":["default"],\
        "accessor":"fd","client_token":"%s"},"warnings":null,"wrap_info":null,"data":null,\
        "lease_duration":0,"renewable":false,"lease_id":""}
        """
            .formatted(leaseSeconds, token));
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
