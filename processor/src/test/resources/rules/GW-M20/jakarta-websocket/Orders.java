package orders;

import dev.gatewright.Secured;
import jakarta.websocket.ClientEndpoint;
import jakarta.websocket.server.ServerEndpoint;

@ServerEndpoint
// expect 1: [GW-M20] @Secured cannot guard ServerEndpointBean: the WebSocket container reaches it by @ServerEndpoint, and has no adapter that would ask a guard. Fix: move what it does to a Spring MVC controller.
@Secured
class ServerEndpointBean {
  void call() {}
}

@ClientEndpoint
// expect 1: [GW-M20] @Secured cannot guard ClientEndpointBean: the WebSocket container reaches it by @ClientEndpoint, and has no adapter that would ask a guard. Fix: move what it does to a Spring MVC controller.
@Secured
class ClientEndpointBean {
  void call() {}
}
