package dev.gatewright.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.runtime.auth.introspection.IntrospectedTokens;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
    return IntrospectionConfiguration.tokens(bound(properties), InstantSource.system());
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
  void theSecretIsInNoText() {
    assertThat(bound(complete()).toString()).doesNotContain("Wn3xTq0v5uKp");
  }
}
