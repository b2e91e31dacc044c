package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.proxy.Lost;
import dev.gatewright.applications.proxy.LostLess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            .exempting(Lost.ByMapping.class.getName() + "#count")
            .start()) {
      running.get("/shelf", KEEPER).isTheSecret();
    }
  }

  @Test
  void aListedClassMayAnswerAndIsNotDoneWithout() {
    String aspect = LostLess.Checks.class.getName();
    Application application = Application.of(LostLess.TwoOfOneAspect.class).using(Library.ASPECTJ);

    assertThat(application.refused())
        .hasMessageContaining("stands before the guard of Drawer.open");
    assertThat(application.exempting(aspect).refused())
        .hasMessageContaining("list the advice's class and method")
        .hasMessageContaining(aspect + "#check");
    try (RunningApplication running = application.exempting(aspect + "#check").start()) {
      running.get("/drawer", KEEPER).isTheSecret();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GenericBase, Checks#check, Generic.read, Crud.read",
    "DefaultMethod, Checks#check, Defaulted.read, Reads.read",
    "TargetAnnotation, ByTarget#check, Shelf., Shelf.",
    "BoundAnnotation, ByBoundTarget#check, Shelf., Shelf.",
    "UnguardedMethod, OfUnguardedMethods#check, Shelf.name, Shelf.name",
    "Advising, Check#invoke, Shelf., Shelf.",
    "Choosing, Check#invoke, Shelf., Shelf.",
    "OwnCreator, Check#invoke, Shelf., Shelf.",
    "Factory, Check#invoke, Shelf., Shelf.",
  })
  void soDoesOneThatIsFoundByOtherWays(
      String application, String advice, String method, String named)
      throws ClassNotFoundException {
    Class<?> main = Class.forName(LostLess.class.getName() + "$" + application);
    Application with =
        Application.of(main)
            .using(Library.ASPECTJ)
            .exempting(LostLess.Checks.class.getName(), LostLess.Check.class.getName());

    assertThat(with.refused())
        .hasMessageContaining(advice)
        .hasMessageContaining("applies to " + method)
        .hasMessageContaining("not to its guard")
        .hasMessageContaining("execution(* " + LostLess.class.getName() + "$" + named);
    with.exempting(LostLess.class.getName() + "$" + advice).start().close();
  }

  @Test
  void whatAGuardIsMissedByOnPurposeIsWelcome() {
    Application.of(LostLess.OtherTarget.class).using(Library.ASPECTJ).start().close();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        LostLess.MadeLazily.class,
        LostLess.MadeForEach.class,
        LostLess.OfRequest.class,
      })
  void oneThatIsLostByAGuardThatIsMadeLaterStopsItsMaking(Class<?> main) {
    Application application =
        Application.of(main).using(Library.ASPECTJ).exempting(LostLess.Checks.class.getName());
    try (RunningApplication running = application.start()) {
      running.get("/chest", KEEPER).isClosed();
      running.get("/chest", KEEPER).isClosed();
    }
    try (RunningApplication running =
        application.exempting(LostLess.Checks.class.getName() + "#check").start()) {
      running.get("/chest").isClosedWith(401);
      running.get("/chest", KEEPER).isTheSecret();
    }
  }

  @Test
  void aGuardThatAMethodMakesForEachRequestIsWelcomeAndNothingElse() {
    try (RunningApplication running =
        Application.of(LostLess.OfRequestWithoutAdvice.class).start()) {
      running.get("/chest").isClosedWith(401);
      running.get("/chest", KEEPER).isTheSecret();
    }
    try (RunningApplication running = Application.of(LostLess.UnguardedOfRequest.class).start()) {
      running.get("/chest").isClosed();
      running.get("/chest", KEEPER).isClosed();
    }
  }
}
