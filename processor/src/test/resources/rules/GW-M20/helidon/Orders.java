package orders;

import dev.gatewright.Secured;
import io.helidon.http.Http;
import io.helidon.webserver.http.RestServer;

class Orders {
  @Http.GET
  // expect 3: [GW-M20] @Secured cannot guard Orders.list(): Helidon reaches it by @GET, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  String list() {
    return "";
  }

  @Http.POST
  // expect 3: [GW-M20] @Secured cannot guard Orders.place(): Helidon reaches it by @POST, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void place() {}
}

@RestServer.Endpoint
// expect 1: [GW-M20] @Secured cannot guard Declarative: Helidon reaches it by @Endpoint, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class Declarative {
  String list() {
    return "";
  }
}
