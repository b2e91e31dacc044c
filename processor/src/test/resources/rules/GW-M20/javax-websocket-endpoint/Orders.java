package orders;

import dev.gatewright.Secured;
import javax.websocket.Endpoint;

abstract class Base implements Endpoint {}

class Orders extends Base {
  // expect 3: [GW-M20] @Secured cannot guard Orders: the WebSocket container reaches it by Endpoint, and has no adapter that would ask a guard. Fix: move what it does to a Spring MVC controller.
  @Secured
  public void call() {}
}
