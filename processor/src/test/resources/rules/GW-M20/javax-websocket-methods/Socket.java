package orders;

import dev.gatewright.Secured;
import javax.websocket.OnClose;
import javax.websocket.OnError;
import javax.websocket.OnMessage;
import javax.websocket.OnOpen;

class Socket {
  @OnOpen
  // expect 3: [GW-M20] @Secured cannot guard Socket.onOpen(): the WebSocket container reaches it by @OnOpen, and has no adapter that would ask a guard. Fix: move what it does to a Spring MVC controller.
  @Secured
  void onOpen() {}

  @OnMessage
  // expect 3: [GW-M20] @Secured cannot guard Socket.onMessage(): the WebSocket container reaches it by @OnMessage, and has no adapter that would ask a guard. Fix: move what it does to a Spring MVC controller.
  @Secured
  void onMessage() {}

  @OnClose
  // expect 3: [GW-M20] @Secured cannot guard Socket.onClose(): the WebSocket container reaches it by @OnClose, and has no adapter that would ask a guard. Fix: move what it does to a Spring MVC controller.
  @Secured
  void onClose() {}

  @OnError
  // expect 3: [GW-M20] @Secured cannot guard Socket.onError(): the WebSocket container reaches it by @OnError, and has no adapter that would ask a guard. Fix: move what it does to a Spring MVC controller.
  @Secured
  void onError() {}
}
