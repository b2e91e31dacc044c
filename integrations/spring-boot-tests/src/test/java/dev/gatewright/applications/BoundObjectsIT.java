package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.BoundObjects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An application does not start where Spring would bind or convert what was sent to objects whose
 * class bears annotations: they would have no guard.
 */
class BoundObjectsIT {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ByConstructor",
        "ByRenamed",
        "BySupertype",
        "BySetter",
        "Models",
        "Binders",
        "Advised"
      })
  void noneIsMadeWithoutItsGuard(String endpoints) throws ClassNotFoundException {
    Class<?> controller = Class.forName(BoundObjects.class.getName() + "$" + endpoints);
    Class<?> advice = endpoints.equals("Advised") ? BoundObjects.Advice.class : controller;

    assertThat(Application.of(controller, advice).using(Library.VALIDATION).refused())
        .hasMessageContainingAll("is bound to objects of", BoundObjects.Keeper.class.getName());
  }
}
