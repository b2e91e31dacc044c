package dev.gatewright.spring.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** What messages tell of properties, and what they must not. */
class SetPropertiesTest {
  private static final Path PAGE = Path.of("../../docs/configuration.md");
  private static final Pattern ROW = Pattern.compile("\\| `(gatewright[^`]+)` \\| ([^|]*) \\|.*");

  private static String described(String name, String value) {
    MockEnvironment environment = new MockEnvironment().withProperty(name, value);
    return new SetProperties(environment).described(name);
  }

  @Test
  void noPropertyThatHoldsASecretIsShown() throws IOException {
    List<String> secret =
        Files.readAllLines(PAGE).stream()
            .map(ROW::matcher)
            .filter(row -> row.matches() && holdsSecret(row.group(1), row.group(2)))
            .map(row -> row.group(1).replace("<name>", "a").replace("[]", "[0]"))
            .toList();

    assertThat(secret)
        .contains(
            "gatewright.api-keys.pepper",
            "gatewright.api-keys.keys[0].hash",
            "gatewright.introspection.client-secret",
            "gatewright.redis.fingerprint-secret")
        .allSatisfy(name -> assertThat(described(name, "s3cret-value")).doesNotContain("s3cret"));
  }

  private static boolean holdsSecret(String name, String meaning) {
    return name.matches(".*(secret|pepper|hash|password)")
        || (!name.endsWith("-name") && meaning.matches(".*(random bytes|at least 16 bytes).*"));
  }

  @ParameterizedTest
  @CsvSource({
    "gatewright.jwt.clock-skew, 1h, 1h",
    "gatewright.limits.slots, 1, 1",
    "gatewright.jwt.issuers.a.jwks-uri, http://id.example/jwks, http://id.example/jwks",
    "gatewright.transport.trusted-proxies[0], 10.0.0.0/33, 10.0.0.0/33",
  })
  void whatIsNoSecretIsShown(String name, String value, String shown) {
    assertThat(described(name, value)).contains("; it is '" + shown + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "https://me:s3cret@id.example/jwks",
    "https://id.example/jwks?key=s3cret",
    "redis://:s3cret@redis.example"
  })
  void ofAnAddressNeitherPasswordNorQueryIsShown(String address) {
    assertThat(described("gatewright.jwt.issuers.a.jwks-uri", address))
        .contains("; it is '")
        .doesNotContain("s3cret");
  }
}
