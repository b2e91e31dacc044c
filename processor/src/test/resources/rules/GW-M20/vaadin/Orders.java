package orders;

import com.vaadin.flow.router.Route;
import com.vaadin.hilla.BrowserCallable;
import com.vaadin.hilla.Endpoint;
import dev.gatewright.Secured;

@Endpoint
// expect 1: [GW-M20] @Secured cannot guard EndpointBean: Vaadin reaches it by @Endpoint, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class EndpointBean {
  void call() {}
}

@BrowserCallable
// expect 1: [GW-M20] @Secured cannot guard BrowserCallableBean: Vaadin reaches it by @BrowserCallable, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class BrowserCallableBean {
  void call() {}
}

@Route
// expect 1: [GW-M20] @Secured cannot guard RouteBean: Vaadin reaches it by @Route, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class RouteBean {
  void call() {}
}
