package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.socket.Sockets;
import dev.gatewright.applications.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What answers over a socket: refused at the start, never upgraded. */
class SocketsIT {
  private static final String ENDPOINT =
      """
      package socket;
      import jakarta.websocket.*;
      import jakarta.websocket.server.*;
      @ServerEndpoint("/socket")
      public class Annotated {
        @OnOpen public void open(Session session) throws java.io.IOException {
          session.getBasicRemote().sendText("%s");
        }
      }
      """
          .formatted(Secret.TEXT);

  private static final String EXPORTED =
      """
      package socket;
      import org.springframework.context.annotation.*;
      import org.springframework.web.socket.server.standard.ServerEndpointExporter;
      @Configuration(proxyBeanMethods = false)
      @Import(Annotated.class)
      public class Exporting {
        @Bean ServerEndpointExporter exporter() { return new ServerEndpointExporter(); }
      }
      """;

  private static final String ADDED =
      """
      package socket;
      import jakarta.websocket.DeploymentException;
      import jakarta.websocket.server.ServerContainer;
      import org.springframework.boot.web.servlet.*;
      import org.springframework.context.annotation.*;
      @Configuration(proxyBeanMethods = false)
      public class Adding {
        @Bean ServletContextInitializer initializer() {
          return context -> context.addListener(new jakarta.servlet.ServletContextListener() {
            @Override public void contextInitialized(jakarta.servlet.ServletContextEvent event) {
              try {
                ((ServerContainer) event.getServletContext()
                    .getAttribute("jakarta.websocket.server.ServerContainer"))
                    .addEndpoint(Annotated.class);
              } catch (DeploymentException failed) {
                throw new IllegalStateException(failed);
              }
            }
          });
        }
      }
      """;

  private static final String MESSAGES =
      """
      package socket;
      import org.springframework.messaging.handler.annotation.*;
      import org.springframework.messaging.simp.annotation.SubscribeMapping;
      import org.springframework.stereotype.Controller;
      @Controller
      %s
      public class Messages {
        @MessageMapping("/secret") public String secret() { return "gold"; }
        @SubscribeMapping("/secret") public String subscribed() { return "gold"; }
      }
      """;

  static Answer upgrade(RunningApplication running, String path) {
    return running.send(
        "GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
  }

  @Test
  void aSocketHandlerStopsTheStart() {
    assertThat(Application.of(Sockets.Handler.class).using(Library.WEBSOCKET).refused())
        .hasMessageContaining(Sockets.SecretSocket.class.getName())
        .hasMessageContaining("gatewright.exemptions");
  }

  @ParameterizedTest
  @CsvSource({"/socket", "/fallback/websocket"})
  void theSameSocketHandlerTellsTheSecretWhereItIsExempt(String path) {
    try (RunningApplication running =
        Application.of(Sockets.Handler.class)
            .using(Library.WEBSOCKET)
            .exempting(Sockets.SecretSocket.class.getName())
            .start()) {
      Answer answer = upgrade(running, path);

      assertThat(answer.status()).isEqualTo(101);
      answer.isTheSecret();
    }
  }

  @Test
  void aHandlerThatIsMappedLaterIsNotUpgraded() {
    try (RunningApplication running =
        Application.of(Sockets.Later.class, Vault.class).using(Library.WEBSOCKET).start()) {
      running.context().getBean(Sockets.LateMapping.class).add("/late");

      Answer answer = upgrade(running, "/late");

      answer.isClosed();
      assertThat(answer.status()).isNotEqualTo(101);
    }
  }

  @Test
  void aBrokerWithoutAnyMappedMessageStopsTheStart() {
    assertThat(Application.of(Sockets.Broker.class).using(Library.WEBSOCKET).refused())
        .hasMessageContaining("gatewright.exemptions");
  }

  @Test
  void theBrokerIsReachedWhereItsMappingIsExempt() {
    try (RunningApplication running =
        Application.of(Sockets.Broker.class)
            .using(Library.WEBSOCKET)
            .exempting("stompWebSocketHandlerMapping")
            .start()) {
      assertThat(upgrade(running, "/stomp").status()).isEqualTo(101);
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "@dev.gatewright.Secured", "@dev.gatewright.Public(reason=\"test\")"})
  void mappedMessagesStopTheStartWhateverIsSaidOfTheBroker(String annotation) {
    Class<?>[] messages =
        WithoutProcessor.compile("socket.Messages", MESSAGES.formatted(annotation));

    assertThat(
            Application.of(Sockets.Broker.class, messages[0])
                .using(Library.WEBSOCKET)
                .exempting("stompWebSocketHandlerMapping")
                .refused())
        .hasMessageContaining("socket.Messages");
  }

  @Test
  void messagesThatAreExemptAreServed() {
    Class<?>[] messages = WithoutProcessor.compile("socket.Messages", MESSAGES.formatted(""));

    try (RunningApplication running =
        Application.of(Sockets.Broker.class, messages[0])
            .using(Library.WEBSOCKET)
            .exempting("stompWebSocketHandlerMapping", "socket.Messages")
            .start()) {
      assertThat(upgrade(running, "/stomp").status()).isEqualTo(101);
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "@dev.gatewright.Secured"})
  void messagesOverRSocketStopTheStart(String annotation) {
    Class<?>[] messages =
        WithoutProcessor.compile("socket.Messages", MESSAGES.formatted(annotation));

    assertThat(
            Application.of(messages[0])
                .using(Library.RSOCKET)
                .with("spring.rsocket.server.port=0")
                .refused())
        .hasMessageContaining("socket.Messages");
  }

  @Test
  void anExportedServerEndpointIsClosed() {
    Class<?>[] classes =
        WithoutProcessor.compile("socket.Annotated", ENDPOINT, "socket.Exporting", EXPORTED);

    Attempt.of(Application.of(classes[1]))
        .isRefusedOr(running -> isNotUpgraded(upgrade(running, "/socket")));
  }

  @Test
  void anExportedServerEndpointThatIsExemptTellsTheSecret() {
    Class<?>[] classes =
        WithoutProcessor.compile("socket.Annotated", ENDPOINT, "socket.Exporting", EXPORTED);

    try (RunningApplication running =
        Application.of(classes[1])
            .exempting("socket.Annotated", "org.apache.tomcat.websocket.server.WsFilter")
            .start()) {
      upgrade(running, "/socket").isTheSecret();
    }
  }

  @Test
  void aSecuredServerEndpointIsNotStarted() {
    Class<?>[] classes =
        WithoutProcessor.compile(
            "socket.Annotated",
            ENDPOINT.replace("@ServerEndpoint", "@dev.gatewright.Secured @ServerEndpoint"),
            "socket.Exporting",
            EXPORTED);

    assertThat(Application.of(classes[1]).refused()).hasMessageContaining("socket.Annotated");
  }

  @ParameterizedTest
  @CsvSource({"''", "@dev.gatewright.Secured"})
  void anEndpointThatIsAddedToTheContainerIsClosed(String annotation) {
    Class<?>[] classes =
        WithoutProcessor.compile(
            "socket.Annotated",
            ENDPOINT.replace("@ServerEndpoint", annotation + " @ServerEndpoint"),
            "socket.Adding",
            ADDED);

    Attempt.of(Application.of(classes[1]))
        .isRefusedOr(running -> isNotUpgraded(upgrade(running, "/socket")));
  }

  private static void isNotUpgraded(Answer answer) {
    answer.isClosed();
    assertThat(answer.status()).isNotEqualTo(101);
  }
}
