package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.mapping.DroppedInterceptors;
import dev.gatewright.applications.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mappings that Gatewright's interceptors are lost from. */
class DroppedInterceptorsIT {

  @ParameterizedTest
  @ValueSource(
      classes = {
        DroppedInterceptors.NotDetected.class,
        DroppedInterceptors.NotInitialized.class,
        DroppedInterceptors.ClearedLater.class,
        DroppedInterceptors.OfUrls.class
      })
  void aMappingWithoutGatewrightsInterceptorsStopsTheStartEvenWhereItIsExempt(Class<?> mapping) {
    String name = mapping.getName() + "$Mapping";
    Application application = Application.of(mapping, Vault.class);

    assertThat(application.refused())
        .hasMessageContaining(name)
        .hasMessageContaining("interceptor")
        .hasMessageContaining("detectMappedInterceptors");
    assertThat(application.exempting(name).refused()).hasMessageContaining(name);
  }

  @Test
  void aMappingThatAddsInterceptorsIsWelcome() {
    try (RunningApplication running =
        Application.of(DroppedInterceptors.Extended.class, Vault.class).start()) {
      running.get("/vault").isClosedWith(401);
      running.get("/vault", "Authorization: Bearer " + Tokens.withRole("keeper")).isTheSecret();
    }
  }
}
