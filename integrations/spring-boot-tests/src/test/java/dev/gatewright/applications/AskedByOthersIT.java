package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.filter.Asking;
import dev.gatewright.applications.vault.Vault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A guard that other code asks opens no answer but that of the handler which it guards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskedByOthersIT {
  private static final String KEEPER = "Authorization: Bearer " + Tokens.withRole("keeper");

  private RunningApplication tomcat;
  private RunningApplication jetty;

  @BeforeAll
  void start() {
    tomcat = application().start();
    jetty = application().onJetty().start();
    // From now on the filter has the answer.
    tomcat.get("/vault", KEEPER).isTheSecret();
    jetty.get("/vault", KEEPER).isTheSecret();
  }

  private static Application application() {
    return Application.of(Asking.Around.class, Vault.class);
  }

  @AfterAll
  void stop() {
    tomcat.close();
    jetty.close();
  }

  private RunningApplication on(String server) {
    return server.equals("jetty") ? jetty : tomcat;
  }

  @ParameterizedTest
  @CsvSource({
    "tomcat, none",
    "tomcat, service",
    "tomcat, servlet",
    "tomcat, handler",
    "jetty, none",
    "jetty, service",
    "jetty, servlet",
    "jetty, handler"
  })
  void aFilterThatAsksDoesNotOpenTheAnswerOfAnother(String server, String asked) {
    String asks = "X-Asks: " + asked;
    RunningApplication running = on(server);
    for (String manner : new String[] {"writer", "stream", "flushed", "redirect", "cookie"}) {
      running.get("/answer/" + manner, asks).isClosed();
    }
    running.get("/answer/writer", asks).isClosedWith(503);

    running.get("/vault", asks).isClosedWith(503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomcat", "jetty"})
  void norDoAnInterceptorAndAnExceptionHandler(String server) {
    on(server).get("/nothing-here").isClosed();
    on(server).get("/nothing-here?intercepted").isClosed();
    on(server).get("/error?intercepted").isClosed();
  }

  /** The cache lets the body out when the servlet or handler has done its work. */
  @ParameterizedTest
  @CsvSource({
    "tomcat, /counting/?told",
    "tomcat, /counting-handler?told",
    "tomcat, /any?told&forward=/counting/",
    "tomcat, /any?told&forward=/counting-handler",
    "jetty, /counting/?told",
    "jetty, /counting-handler?told",
    "jetty, /any?told&forward=/counting/",
    "jetty, /any?told&forward=/counting-handler"
  })
  void whatTheContainerOrSpringCallsAnswers(String server, String path) {
    assertThat(on(server).get(path).text()).startsWith("HTTP/1.1 200 ").contains("counted");
  }
}
