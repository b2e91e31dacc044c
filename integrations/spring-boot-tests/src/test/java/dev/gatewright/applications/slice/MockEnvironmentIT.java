package dev.gatewright.applications.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.Secret;
import dev.gatewright.applications.SliceSettings;
import dev.gatewright.runtime.Guard;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = SliceSettings.class)
class MockEnvironmentIT {
  @Autowired private MockMvcTester mvc;
  @Autowired private SliceVault vault;

  @Test
  void theControllerOfASliceIsItsGuard() {
    assertThat(vault).isInstanceOf(Guard.class);
  }

  @Test
  void nobodyOpensTheVaultWithoutCredentials() {
    assertThat(mvc.get().uri("/vault")).hasStatus(401);
  }

  @Test
  void aKeeperOpensTheVault() {
    assertThat(mvc.get().uri("/vault").header("Authorization", SliceSettings.keeper()))
        .hasStatusOk()
        .hasBodyTextEqualTo(Secret.TEXT);
  }
}
