package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.ConfiguredSubtypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A body is not read whose mapper puts a class with constraints where validation does not look. The
 * compiler has not seen the class.
 */
class ConfiguredSubtypesIT {
  @Test
  void theClassOfAnAbstractTypeIsNotLeftUnasked() {
    isNotRead(ConfiguredSubtypes.AbstractType.class, ConfiguredSubtypes.Endpoints.class, "/plain");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {ConfiguredSubtypes.RegisteredSubtype.class, ConfiguredSubtypes.MixIn.class})
  void aSubtypeIsNotLeftUnasked(Class<?> configuration) {
    isNotRead(configuration, ConfiguredSubtypes.NamedEndpoints.class, "/named");
  }

  private static void isNotRead(Class<?> configuration, Class<?> endpoints, String path) {
    try (RunningApplication running = Requests.start(configuration, endpoints)) {
      String type = path.equals("/named") ? "\"@type\":\"card\"," : "";
      String body = "{\"text\":\"t\",\"payment\":{" + type + "\"amount\":%d}}";
      for (int amount : new int[] {5, -5}) {
        assertThat(Requests.json(running, path, body.formatted(amount)).status()).isEqualTo(500);
      }
    }
  }
}
