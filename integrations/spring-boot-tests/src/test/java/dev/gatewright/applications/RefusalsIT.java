package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.answer.Resolvers;
import dev.gatewright.applications.vault.Vault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals are what they are, whichever way the application has exceptions resolved. */
class RefusalsIT {

  @ParameterizedTest
  @ValueSource(
      classes = {
        Resolvers.OnlyTheNamedOne.class,
        Resolvers.OnlyTheNamedOneWithAdvice.class,
        Resolvers.OwnNamedOne.class
      })
  void aRefusalStaysARefusal(Class<?> resolvers) {
    for (Application application :
        new Application[] {
          Application.of(resolvers, Vault.class), Application.of(resolvers, Vault.class).onJetty()
        }) {
      try (RunningApplication running =
          application.with("spring.main.allow-bean-definition-overriding=true").start()) {
        Answer answer = running.get("/vault");
        answer.isClosedWith(401);
        assertThat(answer.text().toLowerCase(java.util.Locale.ROOT)).contains("www-authenticate:");
        running
            .get("/vault", "Authorization: Bearer " + Tokens.withRole("visitor"))
            .isClosedWith(403);
        running.get("/vault", "Authorization: Bearer " + Tokens.withRole("keeper")).isTheSecret();
      }
    }
  }
}
