package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.TypedProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body is not read in which a document names the type of a property, and nothing asks that. */
class TypedPropertiesIT {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/order; {\"card\":{\"amount\":1,\"text\":\"t\"},\"other\":%s}",
        "/orders; {\"card\":{\"amount\":1,\"text\":\"t\"},\"others\":[%s]}"
      })
  void whatNothingAsksIsNotRead(String path, String body) {
    try (RunningApplication running =
        Requests.start(TypedProperties.Endpoints.class, TypedProperties.Subtypes.class)) {
      String whole = "{\"@type\":\"card\",\"amount\":1,\"text\":\"t\"}";
      for (String other : new String[] {whole, whole.replace("\"amount\":1,", "")}) {
        assertThat(Requests.json(running, path, body.formatted(other)).status()).isEqualTo(500);
      }
    }
  }
}
