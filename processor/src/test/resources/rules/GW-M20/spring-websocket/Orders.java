package orders;

import dev.gatewright.Secured;
import org.springframework.web.socket.WebSocketHandler;

abstract class Base implements WebSocketHandler {}

class Orders extends Base {
  // expect 3: [GW-M20] @Secured cannot guard Orders: Spring WebSocket reaches it by WebSocketHandler, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  public void call() {}
}
