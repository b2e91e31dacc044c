package dev.gatewright.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentSecretSourceTest {

  private static SecretVersions read(String name, Map<String, String> environment) {
    return new EnvironmentSecretSource(environment).read(name);
  }

  @Test
  void aNameIsAVariableInCapitals() {
    assertThat(read("gatewright/api-keys.pepper", Map.of("GATEWRIGHT_API_KEYS_PEPPER", "new")))
        .isEqualTo(SecretVersions.of(SecretValue.of("any", "new")));
  }

  @Test
  void theVersionBeforeIsInTheVariableOfThatSuffix() {
    SecretVersions versions = read("PEPPER", Map.of("PEPPER", "new", "PEPPER_PREVIOUS", "old"));

    assertThat(versions.current().text()).isEqualTo("new");
    assertThat(versions.previous()).extracting(SecretValue::text).containsExactly("old");
    assertThat(versions.rotatedAt()).isNull();
  }

  @Test
  void anEmptyPreviousVariableIsNone() {
    assertThat(read("PEPPER", Map.of("PEPPER", "new", "PEPPER_PREVIOUS", "")).previous()).isEmpty();
  }

  @Test
  void theEnvironmentOfTheProcessIsRead() {
    assertThat(new EnvironmentSecretSource().read("path").current().text())
        .isEqualTo(System.getenv("PATH"));
  }

  @Test
  void aMissingVariableIsNamedWithTheFix() {
    assertThatThrownBy(() -> read("api-pepper", Map.of()))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessage(
            "The secret 'api-pepper' is missing: there is no environment variable API_PEPPER. Fix:"
                + " start the application with it.");
  }

  @Test
  void anEmptySecretIsNone() {
    assertThatThrownBy(() -> read("PEPPER", Map.of("PEPPER", " ")))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageContaining("is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1pepper", "pep per", "pepper=", "pepper_previous", "pepper-previous"})
  void aNameThatCouldBeAnotherSecretsVariableIsRefused(String name) {
    assertThatThrownBy(
            () -> read(name, Map.of("PEPPER_PREVIOUS", "old", "1PEPPER", "x", "PEP PER", "x")))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageContaining("cannot be an environment variable");
  }
}
