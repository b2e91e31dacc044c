package dev.gatewright.applications;

import dev.gatewright.applications.input.ComponentForms;
import dev.gatewright.spring.startup.StartUpException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An object that Spring makes for a property of a form has a guard where its class bears
 * annotations, also if that class is a component; or the application does not start, or the form is
 * refused.
 */
class ComponentFormsIT {
  @ParameterizedTest
  @CsvSource({
    "/order, cart.note=x",
    "/order, carts[0].note=x",
    "/order, named[a].note=x",
    "/order, coupon=x",
    "/purchase, cart.note=x",
    "/purchase, coupon=x",
  })
  void noObjectIsMadeWithoutItsGuard(String path, String field) {
    try (RunningApplication running =
        Requests.start(
            ComponentForms.Cart.class,
            ComponentForms.Orders.class,
            ComponentForms.Purchases.class)) {
      Requests.form(running, "POST", path, field).isClosed();
    } catch (StartUpException refused) {
      // As good.
    }
  }
}
