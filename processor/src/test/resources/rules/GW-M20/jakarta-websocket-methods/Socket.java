package orders;

import dev.gatewright.Secured;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;

class Socket {
  @OnOpen
  // expect 3: [GW-M20] @Secured cannot guard Socket.onOpen(): the WebSocket container reaches it by @OnOpen, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void onOpen() {}

  @OnMessage
  // expect 3: [GW-M20] @Secured cannot guard Socket.onMessage(): the WebSocket container reaches it by @OnMessage, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void onMessage() {}

  @OnClose
  // expect 3: [GW-M20] @Secured cannot guard Socket.onClose(): the WebSocket container reaches it by @OnClose, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void onClose() {}

  @OnError
  // expect 3: [GW-M20] @Secured cannot guard Socket.onError(): the WebSocket container reaches it by @OnError, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void onError() {}
}
