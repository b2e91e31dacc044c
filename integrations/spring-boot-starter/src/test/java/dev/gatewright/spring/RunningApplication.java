package dev.gatewright.spring;

import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.issuing.TokenIssuer;
import dev.gatewright.issuing.TokenRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** An application on a real Tomcat, spoken to over real HTTP. */
public final class RunningApplication implements AutoCloseable {
  public static final String ISSUER = "https://issuer.example";
  public static final String AUDIENCE = "bank";
  private static final byte[] SECRET = new SecureRandom().generateSeed(64);

  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningApplication(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** With bearer tokens configured, and plain HTTP from this machine accepted. */
  public static RunningApplication start(Class<?> source, String... properties) {
    return start(List.of(source), properties);
  }

  public static RunningApplication start(List<Class<?>> sources, String... properties) {
    List<String> all = new ArrayList<>(jwt());
    all.add("gatewright.transport.https=required-except-loopback");
    all.addAll(List.of(properties));
    return startBare(sources, all.toArray(String[]::new));
  }

  public static RunningApplication startBare(Class<?> source, String... properties) {
    return startBare(List.of(source), properties);
  }

  public static RunningApplication startBare(List<Class<?>> sources, String... properties) {
    return new RunningApplication(
        new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
            .properties("server.port=0", "spring.main.banner-mode=off", "spring.jmx.enabled=false")
            // No actuator answers requests, but where a test wants it.
            .properties("management.server.port=-1")
            .properties(properties)
            .run());
  }

  public static List<String> jwt() {
    return List.of(
        "gatewright.jwt.issuers.main.issuer=" + ISSUER,
        "gatewright.jwt.issuers.main.audience=" + AUDIENCE,
        "gatewright.jwt.issuers.main.keys[0].id=k1",
        "gatewright.jwt.issuers.main.keys[0].algorithm=HS256",
        "gatewright.jwt.issuers.main.keys[0].secret=" + Base64.getEncoder().encodeToString(SECRET));
  }

  public static TokenIssuer.Builder issuer() {
    return TokenIssuer.builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .key(SigningKey.of("k1", JwtAlgorithm.HS256, new SecretKeySpec(SECRET, "HmacSHA256")));
  }

  public static String token(TokenRequest request) {
    return issuer().build().issue(request).value();
  }

  public static String tokenOf(String subject, String... scopes) {
    return token(
        TokenRequest.of(subject).withRoles(List.of("customer")).withScopes(List.of(scopes)));
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  public int port() {
    return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(HttpRequest.newBuilder(uri(path)), headers);
  }

  public HttpResponse<String> post(String path, String body, String... headers) {
    return send(
        HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body)), headers);
  }

  public HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  public Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
    socket.setSoTimeout(5_000);
    return socket;
  }

  @Override
  public void close() {
    context.close();
  }
}
