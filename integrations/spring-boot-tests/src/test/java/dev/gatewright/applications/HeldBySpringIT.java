package dev.gatewright.applications;

import dev.gatewright.applications.container.HeldBySpring;
import dev.gatewright.spring.startup.StartUpException;
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
    try (RunningApplication running = Application.of(holder).start()) {
      running.get("/held").isClosed();
    } catch (StartUpException refused) {
      // As good.
    }
  }
}
