package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.ComponentForms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An application does not start where Spring would make an object for a property of a form whose
 * class bears annotations, also if that class is a component.
 */
class ComponentFormsIT {
  @ParameterizedTest
  @CsvSource({
    "One, Cart",
    "OfList, Cart",
    "OfMap, Cart",
    "OfText, Coupon",
    "OfRecord, Cart",
    "Nested, Cart"
  })
  void noObjectIsMadeWithoutItsGuard(String controller, String made) throws ClassNotFoundException {
    Class<?> endpoints = Class.forName(ComponentForms.class.getName() + "$" + controller);

    assertThat(
            Application.of(ComponentForms.Cart.class, endpoints)
                .using(Library.VALIDATION)
                .refused())
        .hasMessageContainingAll(
            "ComponentForms_" + controller + "Guard",
            "is bound to objects of",
            "ComponentForms$" + made);
  }

  @Test
  void formsOfOthersAreBound() {
    try (RunningApplication running =
        Requests.start(ComponentForms.Cart.class, ComponentForms.Harmless.class)) {
      assertThat(Requests.form(running, "POST", "/form", "note=x&more=y").text())
          .contains("bound x");
    }
  }
}
