package dev.gatewright.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;
import org.springframework.web.socket.sockjs.support.SockJsHttpRequestHandler;

/** Looks behind Spring's handlers of WebSocket handshakes; apart, as few applications have them. */
final class SocketHandlers {
  private SocketHandlers() {}

  /** The class that will talk to clients; null where this is no handshake's handler. */
  static @Nullable Class<?> answering(Object handler) {
    WebSocketHandler socket = null;
    if (handler instanceof WebSocketHttpRequestHandler handshake) {
      socket = handshake.getWebSocketHandler();
    } else if (handler instanceof SockJsHttpRequestHandler handshake) {
      socket = handshake.getWebSocketHandler();
    }
    return socket == null ? null : WebSocketHandlerDecorator.unwrap(socket).getClass();
  }
}
