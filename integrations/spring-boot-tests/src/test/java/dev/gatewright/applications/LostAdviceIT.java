package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.proxy.Lost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Advice that applies to a guarded class applies to its guard, or the application does not start.
 */
class LostAdviceIT {
  private static final String KEEPER = "Authorization: Bearer " + Tokens.withRole("keeper");

  @ParameterizedTest
  @CsvSource({
    "MappingAnnotation, ByMapping, Shelf",
    "MappingAnnotationOfPrototype, ByMapping, Drawer",
    "Stereotype, ByStereotype, Shelf",
    "HiddenAnnotation, ByHiddenAnnotation, Shelf",
    "ExactClass, ByClass, Shelf",
    "AdvisorBean, Lost, Shelf",
  })
  void oneThatIsLostStopsTheStart(String application, String advice, String guarded)
      throws ClassNotFoundException {
    Class<?> main = Class.forName(Lost.class.getName() + "$" + application);

    assertThat(Application.of(main).using(Library.ASPECTJ).refused())
        .hasMessageContaining(advice)
        .hasMessageContaining("applies to " + guarded + ".open of")
        .hasMessageContaining("not to its guard")
        .hasMessageContaining("execution(* " + Lost.class.getName() + "$" + guarded + ".open(..))");
  }

  @Test
  void oneThatAppliesOrIsMeantForOthersIsWelcome() {
    try (RunningApplication running =
        Application.of(Lost.Applying.class).using(Library.ASPECTJ).start()) {
      running.get("/shelf").isClosedWith(401);
      running.get("/shelf", KEEPER).isTheSecret();
    }
  }

  @Test
  void oneThatIsListedIsDoneWithout() {
    try (RunningApplication running =
        Application.of(Lost.MappingAnnotation.class)
            .using(Library.ASPECTJ)
            .exempting(Lost.ByMapping.class.getName())
            .start()) {
      running.get("/shelf", KEEPER).isTheSecret();
    }
  }
}
