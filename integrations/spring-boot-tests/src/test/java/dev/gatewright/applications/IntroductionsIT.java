package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.container.Scopes;
import dev.gatewright.applications.proxy.Introductions;
import dev.gatewright.applications.vault.Keeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interfaces that advice adds to beans, and the objects that answer for them. */
class IntroductionsIT {

  @ParameterizedTest
  @ValueSource(
      classes = {
        Introductions.Declared.class,
        Introductions.Delegated.class,
        Introductions.MadePerTarget.class,
        Introductions.Intercepted.class
      })
  void anObjectWithoutItsGuardStopsTheStart(Class<?> application) {
    assertThat(Application.of(application).refused())
        .hasMessageContaining("advice")
        .hasMessageContaining(Keeper.class.getName());
  }

  @Test
  void aBeanThatIsIntroducedIsItsGuard() {
    try (RunningApplication running =
        Application.of(Introductions.OfBean.class, Scopes.Single.class).start()) {
      running.get("/introduced").isClosedWith(401);
      running
          .get("/introduced", "Authorization: Bearer " + Tokens.withRole("keeper"))
          .isTheSecret();
    }
  }
}
