package dev.gatewright.spring.exchange;

import dev.gatewright.spring.guard.FrameworkClasses;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;
import org.springframework.web.socket.sockjs.SockJsService;
import org.springframework.web.socket.sockjs.support.SockJsHttpRequestHandler;
import org.springframework.web.socket.sockjs.transport.TransportHandlingSockJsService;

/** Looks behind Spring's handlers of WebSocket handshakes; apart, as few applications have them. */
final class SocketHandlers {
  private SocketHandlers() {}

  /**
   * What will talk to clients: the socket's handler, then the application's own decorators of it
   * and parts of the handshake; empty where this is no handshake's handler.
   */
  static List<Class<?>> answering(Object handler) {
    List<Class<?>> answering = new ArrayList<>();
    if (handler instanceof WebSocketHttpRequestHandler handshake) {
      add(handshake.getWebSocketHandler(), answering);
      addUnlessSprings(handshake.getHandshakeHandler(), answering);
      handshake.getHandshakeInterceptors().forEach(each -> addUnlessSprings(each, answering));
    } else if (handler instanceof SockJsHttpRequestHandler handshake) {
      add(handshake.getWebSocketHandler(), answering);
      SockJsService service = handshake.getSockJsService();
      addUnlessSprings(service, answering);
      if (service instanceof TransportHandlingSockJsService transports) {
        transports.getTransportHandlers().values().forEach(e -> addUnlessSprings(e, answering));
        transports.getHandshakeInterceptors().forEach(each -> addUnlessSprings(each, answering));
      }
    }
    return answering;
  }

  private static void add(@Nullable WebSocketHandler socket, List<Class<?>> answering) {
    if (socket == null) {
      return;
    }
    answering.add(WebSocketHandlerDecorator.unwrap(socket).getClass());
    for (WebSocketHandler each = socket;
        each instanceof WebSocketHandlerDecorator decorator;
        each = decorator.getDelegate()) {
      addUnlessSprings(each, answering);
    }
  }

  private static void addUnlessSprings(Object part, List<Class<?>> answering) {
    if (!FrameworkClasses.contain(part.getClass(), "org.springframework.")) {
      answering.add(part.getClass());
    }
  }
}
