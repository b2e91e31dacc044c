package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.container.HeldBySpring;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a singleton keeps in an object of Spring's is looked at, whichever package that is of. */
class HeldBySpringIT {
  @ParameterizedTest
  @ValueSource(
      classes = {
        HeldBySpring.InLazy.class,
        HeldBySpring.InResolvedLazy.class,
        HeldBySpring.InPair.class,
        HeldBySpring.InStreamable.class,
        HeldBySpring.InEvaluationContext.class,
        HeldBySpring.InPropertySource.class,
      })
  void aKeeperWithoutItsGuardTellsNobody(Class<?> holder) {
    assertThat(Application.of(holder).refused())
        .hasMessageContainingAll(holder.getSimpleName(), "Keeper");
  }
}
