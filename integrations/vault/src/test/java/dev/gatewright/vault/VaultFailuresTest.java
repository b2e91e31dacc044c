package dev.gatewright.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.secret.SecretUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Vault, or whatever is in its place, may do wrong: over real HTTP, not against Vault. */
@Timeout(30)
class VaultFailuresTest {
  private static final String METADATA =
      "\"metadata\":{\"created_time\":\"2026-01-01T00:00:00Z\",\"deletion_time\":\"\","
          + "\"destroyed\":false,\"version\":1}";

  @TempDir private Path directory;
  private VaultServer vault;

  @BeforeEach
  void start() throws IOException {
    vault = new VaultServer();
    Files.writeString(directory.resolve("token"), "s.root");
  }

  @AfterEach
  void stop() {
    vault.close();
  }

  private String problem() {
    return problem(vault.address());
  }

  private String problem(URI address) {
    VaultSecretSource source =
        VaultSecretSource.builder()
            .address(address)
            .timeout(Duration.ofSeconds(2))
            .login(VaultLogin.tokenFile(directory.resolve("token")))
            .build();
    try {
      source.read("api");
    } catch (SecretUnavailableException refused) {
      assertThat(refused).hasNoCause();
      assertThat(refused.getMessage())
          .startsWith("The secret 'api' ")
          .contains(". Fix: ")
          .doesNotContain("s.root", "t0psecret");
      return refused.getMessage();
    }
    return "was read";
  }

  private String answered(int status, String body) {
    vault.instead.set(exchange -> VaultServer.send(exchange, status, body));
    return problem();
  }

  @Test
  void aVaultThatIsDownIsNamed() {
    URI address = vault.address();
    vault.close();

    assertThat(problem(address)).contains("Vault at " + address, "ConnectException");
  }

  @Test
  void aSlowVaultIsNotWaitedFor() {
    vault.instead.set(
        exchange -> {
          try {
            Thread.sleep(5_000);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
    long start = System.nanoTime();

    assertThat(problem()).contains("Vault at " + vault.address());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void anAnswerThatTricklesInIsNotWaitedForEither() {
    vault.instead.set(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try {
            for (int i = 0; i < 100; i++) {
              exchange.getResponseBody().write(' ');
              exchange.getResponseBody().flush();
              Thread.sleep(50);
            }
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
    long start = System.nanoTime();

    assertThat(problem()).contains("no whole answer after 2000 ms");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void aHugeAnswerIsHungUpOn() {
    AtomicInteger sent = new AtomicInteger();
    vault.instead.set(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] block = " ".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
          for (int i = 0; i < 1_600; i++) {
            exchange.getResponseBody().write(block);
            sent.incrementAndGet();
          }
        });

    assertThat(problem()).contains("longer than 1048576 bytes");
    assertThat(sent.get()).isLessThan(1_600);
  }

  @Test
  void aValueThatIsTooLargeIsRefused() {
    assertThat(
            answered(
                200,
                "{\"data\":{\"data\":{\"value\":\""
                    + "x".repeat(70_000)
                    + "\"},"
                    + METADATA
                    + "}}"))
        .contains("larger than 65536 bytes")
        .hasSizeLessThan(500);
  }

  @Test
  void aRedirectIsNotFollowedAndTheTokenNotSentElsewhere() throws IOException {
    AtomicInteger elsewhere = new AtomicInteger();
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          elsewhere.incrementAndGet();
          VaultServer.send(
              exchange, 200, "{\"data\":{\"data\":{\"value\":\"planted\"}," + METADATA + "}}");
        });
    other.start();
    try {
      vault.instead.set(
          exchange -> {
            exchange
                .getResponseHeaders()
                .set(
                    "Location",
                    "http://127.0.0.1:" + other.getAddress().getPort() + "/v1/secret/data/api");
            VaultServer.send(exchange, 307, "");
          });

      assertThat(problem()).contains("answered 307", "not sent after a redirect");
      assertThat(elsewhere).hasValue(0);
    } finally {
      other.stop(0);
    }
  }

  @Test
  void eachStatusHasItsFix() {
    assertThat(answered(403, "{\"errors\":[\"permission denied\"]}")).contains("policy");
    assertThat(answered(429, "{\"errors\":[\"quota\"]}")).contains("rate limit quota");
    assertThat(answered(503, "{\"errors\":[\"Vault is sealed\"]}")).contains("unseal Vault");
    assertThat(answered(500, "<html>t0psecret</html>")).contains("answered 500", "log");
    assertThat(answered(404, "<html>not found</html>")).contains("malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "t0psecret",
        "[]",
        "null",
        "{\"data\":{\"data\":{\"value\":\"t0psecret\"},",
        "{\"data\":{\"data\":{\"value\":\"t0psecret\"}," + METADATA + "}} trailing",
        "{\"data\":{\"data\":{\"value\":\"t0psecret\"}," + METADATA + "},\"data\":{}}",
        "{\"data\":{\"data\":{\"value\":\"t0psecret\",\"value\":\"x\"}," + METADATA + "}}",
        "{\"data\":{\"value\":\"t0psecret\"}}",
        "{\"data\":{\"data\":[\"t0psecret\"]," + METADATA + "}}",
        "{\"data\":\"t0psecret\"}",
        "{\"errors\":[]}",
        "{\"data\":{\"data\":{\"value\":\"t0psecret\"},\"metadata\":{\"created_time\":\"t0psecret\","
            + "\"deletion_time\":\"\",\"destroyed\":false,\"version\":1}}}",
        "{\"data\":{\"data\":{\"value\":\"t0psecret\"},\"metadata\":{\"created_time\":"
            + "\"2026-01-01T00:00:00Z\",\"deletion_time\":\"\",\"destroyed\":\"false\","
            + "\"version\":1}}}",
        "{\"data\":{\"data\":{\"value\":\"t0psecret\"},\"metadata\":{\"created_time\":"
            + "\"2026-01-01T00:00:00Z\",\"deletion_time\":\"\",\"destroyed\":false,"
            + "\"version\":1.5}}}"
      })
  void aMalformedAnswerIsRefusedWithoutBeingQuoted(String body) {
    assertThat(answered(200, body)).contains("malformed");
  }

  @Test
  void anAnswerThatIsNestedTooDeepIsRefused() {
    assertThat(answered(200, "{\"data\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}"))
        .contains("malformed");
  }

  @Test
  void anOutageBetweenTwoVersionsIsAnOutage() {
    vault.store("secret/data/api", "{\"value\":\"one\"}");
    vault.store("secret/data/api", "{\"value\":\"two\"}");
    AtomicInteger count = new AtomicInteger();
    vault.instead.set(
        exchange -> {
          if (count.getAndIncrement() == 0) {
            VaultServer.send(
                exchange,
                200,
                "{\"data\":{\"data\":{\"value\":\"t0psecret\"},"
                    + METADATA.replace(":1}", ":2}")
                    + "}}");
          } else {
            VaultServer.send(exchange, 503, "{\"errors\":[]}");
          }
        });

    assertThat(problem()).contains("answered 503 to /v1/secret/data/api?version=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://vault.example:8200",
        "http://10.0.0.1:8200",
        "http://localhost.example:8200",
        "http://127.0.0.1.example",
        "http://127.0.0.1@vault.example",
        "https://user:t0psecret@vault.example",
        "https://vault.example/?a=b",
        "https://vault.example/#a",
        "ftp://127.0.0.1",
        "https:///v1",
        "vault.example"
      })
  void aTokenIsNeverSentInClearOrToAnAddressWithExtras(String address) {
    assertThatThrownBy(() -> VaultSecretSource.builder().address(URI.create(address)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'address'")
        .hasMessageNotContaining("t0psecret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://vault.example:8200",
        "HTTPS://vault.example/prefix/",
        "http://127.0.0.1:8200",
        "http://[::1]:8200",
        "http://localhost:8200/"
      })
  void httpsAndLoopbackAreWelcome(String address) {
    assertThatCode(() -> VaultSecretSource.builder().address(URI.create(address)))
        .doesNotThrowAnyException();
  }

  @Test
  void aMissingSettingIsNamed() {
    VaultSecretSource.Builder builder = VaultSecretSource.builder();

    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'address' is missing");
    builder.address(URI.create("https://vault.example"));
    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'login' is missing");
    assertThatThrownBy(() -> builder.mount("../sys"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'mount'");
    assertThatThrownBy(() -> builder.namespace("a\r\nb"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'namespace'");
    assertThatThrownBy(() -> builder.timeout(Duration.ofHours(1)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'timeout'");
    assertThatThrownBy(() -> VaultLogin.appRole("../sys", "bank", Path.of("secret-id")))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'mount'");
  }
}
