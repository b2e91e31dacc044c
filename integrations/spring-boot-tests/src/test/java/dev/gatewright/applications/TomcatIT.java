package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewright.applications.servlet.SecretServlet;
import dev.gatewright.applications.tomcat.Tomcats;
import java.util.stream.Stream;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.valves.HealthCheckValve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is added to Tomcat itself answers before or beside every filter. */
class TomcatIT {
  static Stream<Arguments> additions() {
    return Stream.of(
        arguments(Tomcats.EngineValve.class, Tomcats.SecretValve.class, "/secret"),
        arguments(Tomcats.ContextValve.class, Tomcats.SecretValve.class, "/secret"),
        arguments(Tomcats.ContextServlet.class, SecretServlet.class, "/secret"),
        arguments(Tomcats.SecondWebApplication.class, SecretServlet.class, "/beside/secret"),
        arguments(
            Tomcats.SecondWebApplicationOfObject.class, SecretServlet.class, "/beside/secret"),
        arguments(
            Tomcats.SecondWebApplicationOfFilter.class, Tomcats.SecretFilter.class, "/beside/any"),
        arguments(
            Tomcats.SecondWebApplicationOfFiles.class, DefaultServlet.class, "/beside/secret"),
        arguments(Tomcats.ServletValve.class, Tomcats.SecretValve.class, "/secret"));
  }

  @ParameterizedTest
  @MethodSource("additions")
  void anAdditionThatIsNotExemptStopsTheStart(
      Class<?> application, Class<?> addition, String path) {
    assertThat(Application.of(application).refused())
        .hasMessageContaining(addition.getName())
        .hasMessageContaining("gatewright.exemptions");
  }

  @ParameterizedTest
  @MethodSource("additions")
  void theSameAdditionTellsTheSecretWhereItIsExempt(
      Class<?> application, Class<?> addition, String path) {
    try (RunningApplication running =
        Application.of(application).exempting(addition.getName()).start()) {
      running.get(path).isTheSecret();
    }
  }

  @Test
  void aValveOfTomcatsThatAnswersStopsTheStart() {
    Application application = Application.of(Tomcats.HealthValve.class);

    assertThat(application.refused()).hasMessageContaining(HealthCheckValve.class.getName());
    try (RunningApplication running =
        application.exempting(HealthCheckValve.class.getName()).start()) {
      assertThat(running.get("/health").text()).contains("\"UP\"");
    }
  }

  /** With what Spring Boot's own properties add. */
  @Test
  void valvesOfTomcatsThatNeverSucceedStart() {
    try (RunningApplication running =
        Application.of(Tomcats.HarmlessValves.class)
            .with("server.tomcat.accesslog.enabled=true")
            .start()) {
      running.get("/nothing-here").isClosedWith(404);
    }
  }

  @Test
  void anotherHostWithTheSamePathIsAnotherWebApplication() {
    Application application = Application.of(Tomcats.SecondHost.class);

    assertThat(application.refused()).hasMessageContaining(SecretServlet.class.getName());
    try (RunningApplication running =
        application.exempting(SecretServlet.class.getName()).start()) {
      running
          .send("GET /secret HTTP/1.1\r\nHost: beside\r\nConnection: close\r\n\r\n")
          .isTheSecret();
    }
  }

  @Test
  void aProtocolOfTheApplicationsStopsTheStart() {
    Application application = Application.of(Tomcats.OwnProtocol.class);

    assertThat(application.refused())
        .hasMessageContaining(Tomcats.SecretProtocol.class.getName())
        .hasMessageContaining("gatewright.exemptions");
    application.exempting(Tomcats.SecretProtocol.class.getName()).start().close();
  }
}
