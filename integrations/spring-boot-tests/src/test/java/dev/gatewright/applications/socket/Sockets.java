package dev.gatewright.applications.socket;

import dev.gatewright.applications.Secret;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/** Applications that answer over WebSockets. */
public final class Sockets {
  private Sockets() {}

  /** Greets with the secret. */
  public static class SecretSocket extends TextWebSocketHandler {
    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
      session.sendMessage(new TextMessage(Secret.TEXT));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableWebSocket
  public static class Handler implements WebSocketConfigurer {
    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
      registry.addHandler(new SecretSocket(), "/socket");
      registry.addHandler(new SecretSocket(), "/fallback").withSockJS();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Later {
    @Bean
    LateMapping lateMapping() {
      LateMapping mapping = new LateMapping();
      mapping.setOrder(-1);
      return mapping;
    }
  }

  /** Empty when the application has started. */
  public static class LateMapping extends SimpleUrlHandlerMapping {
    public void add(String path) {
      registerHandlers(Map.of(path, new WebSocketHttpRequestHandler(new SecretSocket())));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableWebSocketMessageBroker
  public static class Broker implements WebSocketMessageBrokerConfigurer {
    @Override
    public void registerStompEndpoints(StompEndpointRegistry registry) {
      registry.addEndpoint("/stomp");
    }

    @Override
    public void configureMessageBroker(MessageBrokerRegistry registry) {
      registry.setApplicationDestinationPrefixes("/app");
      registry.enableSimpleBroker("/topic");
    }
  }
}
