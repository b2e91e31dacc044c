package orders;

import dev.gatewright.Secured;
import jakarta.websocket.Endpoint;

abstract class Base implements Endpoint {}

class Orders extends Base {
  // expect 3: [GW-M20] @Secured cannot guard Orders: the WebSocket container reaches it by Endpoint, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  public void call() {}
}
