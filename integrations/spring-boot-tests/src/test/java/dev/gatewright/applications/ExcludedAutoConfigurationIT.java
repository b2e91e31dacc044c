package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.vault.Desk;
import dev.gatewright.applications.vault.Keeper;
import dev.gatewright.applications.vault.Vault;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** Annotated classes in an application that leaves Gatewright's configuration out. */
class ExcludedAutoConfigurationIT {
  private static final String EXCLUDED = "dev.gatewright.spring.GatewrightAutoConfiguration";

  @Test
  void anAnnotatedControllerDoesNotStartWhereAPropertyExcludesItsGuards() {
    assertThat(Application.of(Vault.class).excluding(EXCLUDED).refused())
        .hasMessageContaining("Vault");
  }

  @Test
  void norDoesItWhereAnAnnotationExcludesThem() {
    assertThat(Application.of(Excluding.class, Vault.class).refused())
        .hasMessageContaining("Vault");
  }

  @Test
  void norDoesAnAnnotatedService() {
    assertThat(Application.of(Excluding.class, Desk.class, Keeper.class).refused())
        .hasMessageContaining("dev.gatewright.applications.vault");
  }

  @Test
  void norDoesAnApplicationWithoutAutoConfiguration() {
    assertThat(
            Application.of(Vault.class)
                .with("spring.boot.enableautoconfiguration=false")
                .with("spring.main.web-application-type=none")
                .refused())
        .hasMessageContaining("Vault");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(excludeName = "dev.gatewright.spring.GatewrightAutoConfiguration")
  static class Excluding {}
}
