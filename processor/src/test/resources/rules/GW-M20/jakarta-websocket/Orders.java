package orders;

import dev.gatewright.Secured;
import jakarta.websocket.ClientEndpoint;
import jakarta.websocket.server.ServerEndpoint;

@ServerEndpoint
// expect 1: [GW-M20] @Secured cannot guard ServerEndpointBean: the WebSocket container reaches it by @ServerEndpoint, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class ServerEndpointBean {
  void call() {}
}

@ClientEndpoint
// expect 1: [GW-M20] @Secured cannot guard ClientEndpointBean: the WebSocket container reaches it by @ClientEndpoint, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class ClientEndpointBean {
  void call() {}
}
