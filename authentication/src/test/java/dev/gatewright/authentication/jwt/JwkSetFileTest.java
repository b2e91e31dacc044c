package dev.gatewright.authentication.jwt;

import static dev.gatewright.authentication.jwt.JwtAlgorithm.ES256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.testing.TestJwks;
import dev.gatewright.testing.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class JwkSetFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("jwks.json");
  }

  private JwkSetSource.Builder source() {
    return JwkSetSource.file(file)
        .algorithms(List.of(ES256))
        .refreshInterval(Duration.ofSeconds(1));
  }

  private void write(String json) throws IOException {
    Path written = Files.writeString(folder.resolve("next"), json);
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Map<String, String> key(String keyId) {
    return TestJwks.named(keyId, TestJwks.ec(TestKeys.P256));
  }

  private static List<VerificationKey> named(KeySource keys, String keyId) {
    return keys.current().candidates(keyId);
  }

  @Test
  void aReplacedFileIsReadAgain() throws Exception {
    write(TestJwks.set(key("a")));
    try (JwkSetSource keys = source().build()) {
      assertThat(named(keys, "a")).hasSize(1);
      write(TestJwks.set(key("b")));
      while (named(keys, "b").isEmpty()) {
        Thread.sleep(20);
      }
      assertThat(named(keys, "a")).as("it was withdrawn").isEmpty();
    }
  }

  @Test
  void aKeyThatIsMissedIsLookedForAtOnce() throws Exception {
    write(TestJwks.set(key("a")));
    try (JwkSetSource keys = source().refreshInterval(Duration.ofMinutes(5)).build()) {
      VerificationKeys seen = keys.current();
      write(TestJwks.set(key("b")));
      assertThat(keys.refreshed(seen).candidates("b")).hasSize(1);
    }
  }

  @Test
  void aFileThatIsHalfWrittenOrGoneLeavesTheKnownKeysAlone() throws Exception {
    write(TestJwks.set(key("a")));
    try (JwkSetSource keys = source().build()) {
      assertThat(named(keys, "a")).hasSize(1);
      Files.writeString(file, "{\"keys\":[");
      Thread.sleep(1_500);
      assertThat(named(keys, "a")).hasSize(1);
      Files.delete(file);
      Thread.sleep(1_500);
      assertThat(named(keys, "a")).hasSize(1);
      write(TestJwks.set(key("b")));
      while (named(keys, "b").isEmpty()) {
        Thread.sleep(20);
      }
    }
  }

  @Test
  void aFileThatCannotBeReadAtFirstStopsTheStart() throws Exception {
    assertUnusable("there is no such file");
    Files.writeString(file, "<html>");
    assertUnusable("the key set");
    Files.writeString(file, TestJwks.set() + " ".repeat(JwkSetSource.MAX_BYTES));
    assertUnusable("longer than 262144 bytes");
    Files.delete(file);
    Files.createDirectory(file);
    assertUnusable("there is no such file");
  }

  private void assertUnusable(String reason) {
    assertThatThrownBy(() -> source().build())
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageStartingWith("'jwksFile' is unusable: ")
        .hasMessageContaining(reason);
  }

  @Test
  void algorithmsAreMandatory() {
    assertThatThrownBy(() -> JwkSetSource.uri("https://id.example/jwks").build())
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageStartingWith("'algorithms' is missing");
  }

  @ParameterizedTest
  @EnumSource(names = {"HS256", "HS384", "HS512"})
  void anAlgorithmWithSecretKeysIsRefused(JwtAlgorithm algorithm) {
    assertThatThrownBy(
            () ->
                JwkSetSource.uri("https://id.example/jwks")
                    .algorithms(List.of(ES256, algorithm))
                    .build())
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageStartingWith("'algorithms' has an HS algorithm");
  }

  @Test
  void timesThatAreOutOfBoundsAreRefusedByName() {
    assertThatThrownBy(() -> uri().refreshInterval(Duration.ZERO).build())
        .hasMessageStartingWith("'refreshInterval' ");
    assertThatThrownBy(() -> uri().refreshInterval(Duration.ofHours(2)).build())
        .hasMessageStartingWith("'refreshInterval' ");
    assertThatThrownBy(() -> uri().unknownKeyCoolDown(Duration.ZERO).build())
        .hasMessageStartingWith("'unknownKeyCoolDown' ");
    assertThatThrownBy(() -> uri().maxStale(Duration.ofDays(8)).build())
        .hasMessageStartingWith("'maxStale' ");
    assertThatThrownBy(() -> uri().maxStale(Duration.ofMinutes(4)).build())
        .hasMessageStartingWith("'maxStale' is shorter than 'refreshInterval'");
    assertThatThrownBy(() -> uri().timeout(Duration.ZERO).build())
        .hasMessageStartingWith("'timeout' ");
    assertThatThrownBy(() -> JwkSetSource.uri("http://id.example/jwks"))
        .hasMessageStartingWith("'jwksUri' is plain HTTP");
  }

  private static JwkSetSource.Builder uri() {
    return JwkSetSource.uri("https://id.example/jwks").algorithms(List.of(ES256));
  }
}
