package dev.gatewright.applications.socket;

import dev.gatewright.applications.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Applications that answer instead of a socket's handler, before anything is upgraded. */
public final class Handshakes {
  private Handshakes() {}

  private static void tell(ServerHttpResponse response) {
    try {
      response.getBody().write(Secret.TEXT.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableWebSocket
  public static class Interceptor implements WebSocketConfigurer {
    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
      registry
          .addHandler(new Sockets.SecretSocket(), "/socket/info")
          .addInterceptors(new Answering());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableWebSocket
  public static class Decorated implements WebSocketConfigurer {
    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
      registry.addHandler(new Telling(new Sockets.SecretSocket()), "/socket/info");
    }
  }

  /** Answers in the place of the handler that it decorates. */
  public static class Telling extends WebSocketHandlerDecorator {
    Telling(WebSocketHandler decorated) {
      super(decorated);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws Exception {
      session.sendMessage(new TextMessage(Secret.TEXT));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableWebSocket
  public static class InterceptorOfSockJs implements WebSocketConfigurer {
    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
      registry
          .addHandler(new Sockets.SecretSocket(), "/socket")
          .addInterceptors(new Answering())
          .withSockJS();
      registry
          .addHandler(new Sockets.SecretSocket(), "/socket/info")
          .addInterceptors(new Answering());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableWebSocket
  public static class OwnHandshake implements WebSocketConfigurer {
    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
      registry
          .addHandler(new Sockets.SecretSocket(), "/socket/info")
          .setHandshakeHandler(new AnsweringHandshake());
    }
  }

  static class Answering implements HandshakeInterceptor {
    @Override
    public boolean beforeHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler handler,
        Map<String, Object> attributes) {
      tell(response);
      return false;
    }

    @Override
    public void afterHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler handler,
        @Nullable Exception exception) {
      // It has told already.
    }
  }

  static class AnsweringHandshake implements HandshakeHandler {
    @Override
    public boolean doHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler handler,
        Map<String, Object> attributes) {
      tell(response);
      return false;
    }
  }
}
