package dev.gatewright.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
 * Speaks as much of the documented protocol of Secrets Manager (JSON 1.1) as a reader of secrets
 * sees: the target header, a signature of version 4, staging labels and errors. It is not AWS,
 * which cannot run here.
 */
final class AwsServer implements AutoCloseable {
  private static final Pattern REQUEST =
      Pattern.compile("\\{\"SecretId\":\"([^\"]+)\",\"VersionStage\":\"(\\w+)\"}");
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/eu-central-1/secretsmanager/aws4_request,"
              + " SignedHeaders=(?<headers>[a-z0-9;-]+), Signature=[0-9a-f]{64}");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, String> versions = new ConcurrentHashMap<>();
  final List<String> requests = new CopyOnWriteArrayList<>();
  final AtomicInteger attempts = new AtomicInteger();
  final AtomicReference<Answer> instead = new AtomicReference<>();

  /** Answers in place of the server. */
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  AwsServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Puts a value under a label, as {@code "SecretString":"..."}. */
  void label(String id, String stage, String value) {
    versions.put(id + " " + stage, value);
  }

  /** Takes a label away. */
  void unlabel(String id, String stage) {
    versions.remove(id + " " + stage);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      attempts.incrementAndGet();
      byte[] body = exchange.getRequestBody().readAllBytes();
      Answer answer = instead.get();
      if (answer != null) {
        answer.to(exchange);
        return;
      }
      Matcher request = REQUEST.matcher(new String(body, StandardCharsets.UTF_8));
      if (!isCall(exchange) || !request.matches()) {
        send(exchange, 400, "{\"__type\":\"UnknownOperationException\"}");
      } else if (!isSigned(exchange)) {
        send(exchange, 400, "{\"__type\":\"MissingAuthenticationToken\"}");
      } else {
        requests.add(request.group(1) + " " + request.group(2));
        find(exchange, request.group(1), request.group(2));
      }
    }
  }

  private static boolean isCall(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("POST")
        && "secretsmanager.GetSecretValue"
            .equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
        && "application/x-amz-json-1.1"
            .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
  }

  private static boolean isSigned(HttpExchange exchange) {
    Matcher signature =
        SIGNATURE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    return exchange.getRequestHeaders().containsKey("X-Amz-Date")
        && signature.matches()
        && List.of(signature.group("headers").split(";"))
            .containsAll(List.of("host", "x-amz-date", "x-amz-target"));
  }

  private void find(HttpExchange exchange, String id, String stage) throws IOException {
    String value = versions.get(id + " " + stage);
    if (value == null) {
      send(
          exchange,
          400,
          "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"Secrets Manager can't find the"
              + " specified secret value for staging label: "
              + stage
              + "\"}");
      return;
    }
    send(
        exchange,
        200,
        """
        {"ARN":"arn:aws:secretsmanager:eu-central-1:123456789012:secret:%s-a1b2c3",\
        "CreatedDate":1.767225600713E9,"Name":"%s",%s,\
        "VersionId":"EXAMPLE1-90ab-cdef-fedc-ba987SECRET1","VersionStages":["%s"]}
        """
            .formatted(id, id, value, stage));
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.getResponseHeaders().set("x-amzn-RequestId", "5d");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
