package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.policy.HiddenPolicies;
import dev.gatewright.applications.policy.Policies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A guard asks the very classes that its annotations name. */
class PoliciesIT {
  private static final String AUTHORIZATION = "Authorization: Bearer " + Tokens.withRole("none");

  @ParameterizedTest
  @ValueSource(
      classes = {
        Policies.SubclassFirst.class,
        Policies.SubclassLast.class,
        Policies.SubclassAsBean.class,
        Policies.SubclassUnderItsName.class
      })
  void aSubclassOfAPolicyDoesNotDecideInItsPlace(Class<?> application) {
    Attempt.of(Application.of(application))
        .isRefusedOr(
            running -> {
              running.get("/open/another", AUTHORIZATION).isClosedWith(403);
              running.get("/open/somebody", AUTHORIZATION).isTheSecret();
            });
  }

  @ParameterizedTest
  @ValueSource(classes = {Policies.SubclassFirst.class, Policies.SubclassLast.class})
  void bothPoliciesDecideWhereTheyAreNamed(Class<?> application) {
    try (RunningApplication running = Application.of(application).start()) {
      running.get("/help/another", AUTHORIZATION).isTheSecret();
      running.get("/open/another", AUTHORIZATION).isClosedWith(403);
    }
  }

  @Test
  void aMethodThatMakesThePolicyMayMakeASubclass() {
    try (RunningApplication running = Application.of(Policies.MadeAsThePolicy.class).start()) {
      running.get("/open/another", AUTHORIZATION).isTheSecret();
    }
  }

  @Test
  void theMessageNamesBothClasses() {
    assertThat(Application.of(Policies.SubclassUnderItsName.class).refused())
        .hasMessageContaining(Policies.OwnsBox.class.getName())
        .hasMessageContaining(Policies.OwnsBoxOrHelps.class.getName());
  }

  @Test
  void aSubclassOfAKeyDoesNotCountInItsPlace() {
    Attempt.of(Application.of(Policies.KeyOfASubclass.class))
        .isRefusedOr(
            running -> {
              assertThat(running.get("/count/a", AUTHORIZATION).status()).isEqualTo(200);
              assertThat(running.get("/count/a", AUTHORIZATION).status()).isEqualTo(429);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "PolicyByInterface, ownsBox, OwnsBox",
    "PolicyUnderAnotherName, rule, OwnsBox",
    "SubclassByInterface, rule, OwnsBox",
    "PolicyByFactory, rule, OwnsBox",
    "PolicyInList, rules, OwnsBox",
    "KeyByInterface, byName, ByName",
  })
  void oneThatItsDefinitionHidesStopsTheStart(String application, String bean, String hidden)
      throws ClassNotFoundException {
    assertThat(Application.of(hiding(application)).refused())
        .hasMessageContaining("the bean '" + bean + "'")
        .hasMessageContaining(HiddenPolicies.class.getName() + "$" + hidden)
        .hasMessageContaining("let its @Bean method return");
  }

  @Test
  void ofTwoOneMustBeMarked() {
    assertThat(Application.of(HiddenPolicies.Two.class).refused())
        .hasMessageContaining("[ownsBox, strict]")
        .hasMessageContaining("@Primary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OneOfTwo", "SameObject", "OfItsClass", "MadeByItsFactory"})
  void theOneThatIsSetUpIsAsked(String application) throws ClassNotFoundException {
    try (RunningApplication running = Application.of(hiding(application)).start()) {
      running.get("/open/another", AUTHORIZATION).isClosedWith(403);
      running.get("/open/somebody", AUTHORIZATION).isTheSecret();
    }
  }

  @Test
  void oneThatIsMadeLaterIsMadeAtTheStartAndRefused() {
    assertThat(Application.of(HiddenPolicies.MadeLater.class).refused())
        .hasMessageContaining("the bean 'later'");
  }

  private static Class<?> hiding(String application) throws ClassNotFoundException {
    return Class.forName(HiddenPolicies.class.getName() + "$" + application);
  }
}
