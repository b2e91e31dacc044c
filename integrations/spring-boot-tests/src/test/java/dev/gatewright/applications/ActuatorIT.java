package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.actuator.Operations;
import dev.gatewright.applications.filter.AnsweringFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The actuator's endpoints, on the application's port and on one of their own. */
class ActuatorIT {
  private static final String MAPPING =
      "org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping";

  private static Application actuator() {
    return Application.of(Operations.class)
        .using(Library.ACTUATOR)
        .with("management.endpoints.web.exposure.include=*");
  }

  @Test
  void anActuatorThatIsNotExemptStopsTheStart() {
    assertThat(actuator().refused()).hasMessageContaining("gatewright.exemptions");
  }

  @Test
  void anActuatorThatIsExemptAnswers() {
    try (RunningApplication running = actuator().exempting(MAPPING).start()) {
      running.get("/actuator/secret").isTheSecret();
    }
  }

  @Test
  void anActuatorOnAPortOfItsOwnIsNoWayAround() {
    Attempt.of(actuator().with("management.server.port=0"))
        .isRefusedOr(
            running ->
                RunningApplication.send(
                        managementPort(running),
                        "GET /actuator/secret HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                    .isClosed());
  }

  @Test
  void anActuatorOnAPortOfItsOwnAnswersWhereItIsExempt() {
    try (RunningApplication running =
        actuator().with("management.server.port=0").exempting(MAPPING).start()) {
      RunningApplication.send(
              managementPort(running),
              "GET /actuator/secret HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
          .isTheSecret();
    }
  }

  @Test
  void anActuatorOnAPortOfItsOwnIsServedByJettyToo() {
    try (RunningApplication running =
        actuator().onJetty().with("management.server.port=0").exempting(MAPPING).start()) {
      RunningApplication.send(
              managementPort(running),
              "GET /actuator/secret HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
          .isTheSecret();
    }
  }

  @Test
  void aFilterBeforeGatewrightsOnTheActuatorsPortStopsTheStart() {
    Application application =
        actuator()
            .with("management.server.port=0", "test.management-filter=true")
            .exempting(MAPPING);

    assertThat(application.refused())
        .hasMessageContaining("managementAnswering")
        .hasMessageContaining("gatewright.exemptions");
    try (RunningApplication running =
        application.exempting(AnsweringFilter.class.getName()).start()) {
      RunningApplication.send(
              managementPort(running),
              "GET /answer/writer HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
          .isTheSecret();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"@Secured", "@Public(reason=\"test\")"})
  void anOperationThatIsAnnotatedStopsTheStart(String annotation) {
    Class<?>[] classes =
        WithoutProcessor.compile(
            "operation.Annotated",
            """
            package operation;
            import dev.gatewright.*;
            import org.springframework.boot.actuate.endpoint.annotation.*;
            @Endpoint(id = "annotated")
            public class Annotated {
              @ReadOperation %s public String read() { return "gold"; }
            }
            """
                .formatted(annotation));

    assertThat(
            Application.of(classes)
                .using(Library.ACTUATOR)
                .with("management.endpoints.web.exposure.include=*")
                .exempting(MAPPING)
                .refused())
        .hasMessageContaining("operation.Annotated");
  }

  /** The actuator's handlers are exempt; that anybody changes limits needs a word of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"", "0"})
  void limitsAreChangedOnlyWhereTheirEndpointIsExemptItself(String port) {
    Application application = actuator().with("management.server.port=" + port).exempting(MAPPING);
    try (RunningApplication running = application.start()) {
      assertThat(limits(running, "GET", port).status()).isEqualTo(200);
      assertThat(limits(running, "POST", port).status()).isEqualTo(404);
      assertThat(limits(running, "DELETE", port).status()).isEqualTo(404);
    }
    try (RunningApplication running =
        application.exempting("dev.gatewright.spring.LimitsEndpoint").start()) {
      // There is no such limit.
      assertThat(limits(running, "POST", port).status()).isEqualTo(400);
      assertThat(limits(running, "DELETE", port).status()).isEqualTo(400);
    }
  }

  private static Answer limits(RunningApplication running, String method, String port) {
    String path = "/actuator/gatewrightlimits" + (method.equals("GET") ? "" : "/nothing");
    return RunningApplication.send(
        port.isEmpty() ? running.port() : managementPort(running),
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
  }

  private static int managementPort(RunningApplication running) {
    return Integer.parseInt(
        running.context().getEnvironment().getRequiredProperty("local.management.port"));
  }
}
