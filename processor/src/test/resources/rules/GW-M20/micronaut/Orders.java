package orders;

import dev.gatewright.Secured;
import io.micronaut.http.annotation.Get;

class Orders {
  @Get
  // expect 3: [GW-M20] @Secured cannot guard Orders.list(): Micronaut reaches it by @Get, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void list() {}
}
