package orders;

import dev.gatewright.Secured;
import io.grpc.BindableService;

abstract class Base implements BindableService {}

class Orders extends Base {
  // expect 3: [GW-M20] @Secured cannot guard Orders: gRPC reaches it by BindableService, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  public void call() {}
}
