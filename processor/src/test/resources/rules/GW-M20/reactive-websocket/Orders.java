package orders;

import dev.gatewright.Secured;
import org.springframework.web.reactive.socket.WebSocketHandler;

abstract class Base implements WebSocketHandler {}

class Orders extends Base {
  // expect 3: [GW-M20] @Secured cannot guard Orders: Spring WebSocket reaches it by WebSocketHandler, and has no adapter that would ask a guard. Fix: move what it does to a Spring MVC controller.
  @Secured
  public void call() {}
}
