package orders;

import dev.gatewright.Secured;
import io.quarkus.vertx.web.Route;
import io.quarkus.vertx.web.RouteFilter;

class Orders {
  @Route
  // expect 3: [GW-M20] @Secured cannot guard Orders.route(): Quarkus reaches it by @Route, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void route() {}

  @RouteFilter
  // expect 3: [GW-M20] @Secured cannot guard Orders.routeFilter(): Quarkus reaches it by @RouteFilter, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void routeFilter() {}
}
