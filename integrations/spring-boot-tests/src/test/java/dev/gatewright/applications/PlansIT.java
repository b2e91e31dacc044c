package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.limit.Subscriptions;
import dev.gatewright.runtime.caller.CallerPlans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.util.AopTestUtils;

/** Limits depend on the plan that a bean knows a caller to have. */
class PlansIT {

  private static String token(String subject) {
    return "Authorization: Bearer " + Tokens.of(subject);
  }

  private static Application application() {
    return Application.of(Subscriptions.Reports.class, Subscriptions.Cached.class);
  }

  @ParameterizedTest
  @CsvSource({"paying, 3", "new, 1", "other, 1"})
  void aCallerHasThePermitsOfItsPlan(String subject, int permits) {
    try (RunningApplication running = application().start()) {
      for (int i = 0; i < permits; i++) {
        assertThat(running.get("/reports", token(subject)).text()).contains("listed");
      }
      running.get("/reports", token(subject)).isClosedWith(429);
      Subscriptions.Plans plans =
          AopTestUtils.getTargetObject(running.context().getBean(CallerPlans.class));
      assertThat(plans.asked())
          .as("the advice of the application holds, by a proxy for interfaces too")
          .isEqualTo(1);
    }
  }

  @Test
  void aPlanIsReadFromAClaimThatIsChosen() {
    try (RunningApplication running =
        application().with("gatewright.jwt.issuers.main.claims=aud").start()) {
      for (int i = 0; i < 3; i++) {
        assertThat(running.get("/reports", token("new")).text()).contains("listed");
      }
      running.get("/reports", token("new")).isClosedWith(429);
    }
  }

  @Test
  void whereThePlanCannotBeKnownNobodyIsLetIn() {
    try (RunningApplication running = application().start()) {
      Answer answer = running.get("/reports", token("unknown"));
      answer.isClosedWith(503);
      assertThat(answer.text()).doesNotContain("locked");
    }
  }

  @Test
  void theLimitOfAPlanHasNumbersOfItsOwnInTheConfiguration() {
    try (RunningApplication running =
        application().with("gatewright.limits.overrides.list-pro.permits=1").start()) {
      assertThat(running.get("/reports", token("paying")).text()).contains("listed");
      running.get("/reports", token("paying")).isClosedWith(429);
    }
  }

  @Test
  void withoutABeanThatKnowsThePlansTheApplicationDoesNotStart() {
    assertThat(Application.of(Subscriptions.Reports.class).refused())
        .hasMessageContainingAll(
            "Subscriptions$Plans", "of which there is no bean", "make it a bean");
  }

  @Test
  void withSeveralBeansThatKnowThePlansTheApplicationDoesNotStart() {
    assertThat(Application.of(Subscriptions.Reports.class, Subscriptions.Several.class).refused())
        .hasMessageContainingAll("[plans, otherPlans]", "@Primary");
  }

  @Test
  void plansThatAreGuardedThemselvesAreNotAsked() {
    assertThat(
            Application.of(Subscriptions.ByGuarded.class, Subscriptions.GuardedPlans.class)
                .refused())
        .hasMessageContaining("which is guarded itself");
  }
}
