package dev.gatewright.spring.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.gatewright.authentication.introspection.IntrospectedTokens;
import dev.gatewright.secret.FileSecretSource;
import dev.gatewright.secret.Secrets;
import dev.gatewright.spring.startup.StartUpException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What is said of properties below {@code gatewright.introspection}. */
class IntrospectionStartUpTest {
  private static final String PREFIX = "gatewright.introspection.";

  private static Map<String, String> complete() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("uri", "https://id.example/introspect");
    properties.put("client-id", "api");
    properties.put("client-secret", "Wn3xTq0v5uKp");
    properties.put("issuer", "https://id.example");
    properties.put("audience", "https://api.example");
    return properties;
  }

  private static IntrospectionProperties bound(Map<String, String> properties) {
    Map<String, String> named = new LinkedHashMap<>();
    properties.forEach((name, value) -> named.put(PREFIX + name, value));
    return new Binder(new MapConfigurationPropertySource(named))
        .bindOrCreate("gatewright.introspection", IntrospectionProperties.class);
  }

  private static IntrospectedTokens tokens(Map<String, String> properties) {
    return IntrospectionConfiguration.tokens(
        bound(properties),
        () -> {
          throw new AssertionError("nothing rotates");
        },
        InstantSource.system());
  }

  @Test
  void whatIsCompleteIsTaken() {
    assertThat(tokens(complete()).toString()).contains("https://id.example/introspect");
  }

  @ParameterizedTest
  @ValueSource(strings = {"uri", "client-id", "client-secret", "issuer", "audience"})
  void aMissingPropertyIsNamedAndStopsStartUp(String name) {
    Map<String, String> properties = complete();
    properties.remove(name);

    assertThatThrownBy(() -> tokens(properties))
        .isInstanceOf(StartUpException.class)
        .hasMessageContaining("'" + PREFIX + name + "' is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "uri, http://id.example/introspect",
    "uri, file:/introspect",
    "clock-skew, 1h",
    "max-lifetime, 0s",
    "cache-for, 10m",
    "cache-size, 0",
    "timeout, 2m"
  })
  void aPropertyThatIsNotValidIsNamedAndStopsStartUp(String name, String value) {
    Map<String, String> properties = complete();
    properties.put(name, value);

    assertThatThrownBy(() -> tokens(properties))
        .isInstanceOf(StartUpException.class)
        .hasMessageContaining("'" + PREFIX + name + "'");
  }

  @Test
  void aSecretThatRotatesIsAskedForAnewWithEveryQuestion(@TempDir Path directory) throws Exception {
    List<String> askedWith = new CopyOnWriteArrayList<>();
    HttpServer provider =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext(
        "/",
        exchange -> {
          askedWith.add(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] inactive = "{\"active\":false}".getBytes(StandardCharsets.US_ASCII);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, inactive.length);
          exchange.getResponseBody().write(inactive);
          exchange.close();
        });
    provider.start();
    Path file = Files.writeString(directory.resolve("introspection"), "first");
    Map<String, String> properties = complete();
    properties.remove("client-secret");
    properties.put("client-secret-name", "introspection");
    properties.put("uri", "http://127.0.0.1:" + provider.getAddress().getPort() + "/");
    try (Secrets secrets =
        Secrets.builder(new FileSecretSource(directory))
            .refreshInterval(Duration.ofSeconds(1))
            .build()) {
      IntrospectedTokens tokens =
          IntrospectionConfiguration.tokens(
              bound(properties), () -> secrets, InstantSource.system());
      tokens.verify("opaque");
      Files.writeString(file, "second");
      Instant giveUp = Instant.now().plusSeconds(30);
      while (!askedWith.contains(basic("second")) && Instant.now().isBefore(giveUp)) {
        Thread.sleep(100);
        tokens.verify("opaque");
      }
      assertThat(askedWith).startsWith(basic("first")).endsWith(basic("second"));
    } finally {
      provider.stop(0);
    }
  }

  private static String basic(String secret) {
    return "Basic "
        + Base64.getEncoder().encodeToString(("api:" + secret).getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aSecretIsGivenOneWay() {
    Map<String, String> properties = complete();
    properties.put("client-secret-name", "introspection");

    assertThatThrownBy(() -> tokens(properties))
        .isInstanceOf(StartUpException.class)
        .hasMessageContaining("client-secret' and '" + PREFIX + "client-secret-name' are both set");
  }

  @Test
  void theSecretIsInNoText() {
    assertThat(bound(complete()).toString()).doesNotContain("Wn3xTq0v5uKp");
  }
}
