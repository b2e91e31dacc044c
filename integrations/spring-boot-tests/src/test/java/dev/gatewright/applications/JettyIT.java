package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewright.applications.jetty.Jetties;
import dev.gatewright.applications.jetty.SecretHandler;
import dev.gatewright.applications.servlet.SecretServlet;
import dev.gatewright.applications.tomcat.Tomcats;
import dev.gatewright.applications.vault.Vault;
import java.util.stream.Stream;
import org.eclipse.jetty.ee11.servlet.DefaultServlet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is added to Jetty itself answers before or beside every filter. */
class JettyIT {
  private static final String KEEPER = "Authorization: Bearer " + Tokens.withRole("keeper");

  static Stream<Arguments> additions() {
    return Stream.of(
        arguments(Jetties.InFront.class, SecretHandler.class, "/secret"),
        arguments(Jetties.WithinTheContext.class, SecretHandler.class, "/secret"),
        arguments(Jetties.InSequence.class, SecretHandler.class, "/secret"),
        arguments(Jetties.OfPaths.class, SecretHandler.class, "/beside/secret"),
        arguments(Jetties.SecondContext.class, SecretHandler.class, "/beside/secret"),
        arguments(Jetties.SecondWebApplication.class, SecretServlet.class, "/beside/secret"),
        arguments(
            Jetties.SecondWebApplicationOfFilter.class,
            Tomcats.SecretFilter.class,
            "/beside/secret"),
        arguments(
            Jetties.SecondWebApplicationOfFiles.class, DefaultServlet.class, "/beside/secret"),
        arguments(Jetties.AsDefaultHandler.class, SecretHandler.class, "/secret"),
        arguments(Jetties.AsErrorHandler.class, Jetties.SecretErrors.class, "/nothing-here/%"),
        arguments(Jetties.AsAuthenticator.class, Jetties.SecretAuthenticator.class, "/secret"),
        arguments(Jetties.OwnCustomizer.class, Jetties.HeaderCustomizer.class, "/any"));
  }

  @ParameterizedTest
  @MethodSource("additions")
  void anAdditionThatIsNotExemptStopsTheStart(
      Class<?> application, Class<?> addition, String path) {
    assertThat(Application.of(application).onJetty().refused())
        .hasMessageContaining(addition.getName())
        .hasMessageContaining("gatewright.exemptions");
  }

  @ParameterizedTest
  @MethodSource("additions")
  void theSameAdditionTellsTheSecretWhereItIsExempt(
      Class<?> application, Class<?> addition, String path) {
    try (RunningApplication running =
        Application.of(application).onJetty().exempting(addition.getName()).start()) {
      running.get(path).isTheSecret();
    }
  }

  @Test
  void aProtocolOfTheApplicationsStopsTheStart() {
    Application application = Application.of(Jetties.OwnProtocol.class).onJetty();

    assertThat(application.refused())
        .hasMessageContaining(Jetties.SecretProtocol.class.getName())
        .hasMessageContaining("gatewright.exemptions");
    application.exempting(Jetties.SecretProtocol.class.getName()).start().close();
  }

  @Test
  void whatJettyAndSpringBootPutAroundTheApplicationIsWelcome() {
    try (RunningApplication running =
        Application.of(Jetties.OfJetty.class, Vault.class)
            .onJetty()
            .with(
                "server.compression.enabled=true",
                "server.server-header=server",
                "server.shutdown=graceful",
                "server.forward-headers-strategy=none",
                "server.jetty.accesslog.enabled=true",
                "server.servlet.session.cookie.same-site=lax")
            .start()) {
      running.get("/vault").isClosedWith(401);
      running.get("/vault", KEEPER).isTheSecret();
    }
  }
}
