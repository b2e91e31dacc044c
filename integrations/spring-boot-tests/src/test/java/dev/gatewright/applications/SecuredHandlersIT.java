package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.secured.Handlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servlets and handlers that are secured as a whole ask their guard, and are set up as before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecuredHandlersIT {
  private static final String KEEPER = "Authorization: Bearer " + Tokens.withRole("keeper");

  private RunningApplication running;

  @BeforeAll
  void start() {
    running =
        Application.of(
                Handlers.OfHttp.class,
                Handlers.OfModified.class,
                Handlers.OfAnyProtocol.class,
                Handlers.OfAbstractController.class,
                Handlers.OfController.class,
                Handlers.OfRequests.class)
            .start();
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/http/, GET",
    "/http/, POST",
    "/http/, HEAD",
    "/generic/, GET",
    "/generic/, POST",
    "/generic/, OPTIONS",
    "/generic/, MADE-UP",
    "/abstract-controller, GET",
    "/abstract-controller, POST",
    "/controller, GET",
    "/controller, POST",
    "/controller, OPTIONS",
    "/request-handler, GET",
    "/request-handler, POST",
    "/request-handler, OPTIONS"
  })
  void nobodyGetsInWithoutCredentials(String path, String method) {
    Answer answer = running.request(method, path, "Content-Length: 0");

    answer.isClosed();
    assertThat(answer.status()).as(answer.text()).isEqualTo(401);
  }

  @Test
  void aStrangersRequestDoesNotRunWhatTellsWhenItWasModified() {
    int before = Handlers.OfModified.TOLD.get();
    running.get("/modified/").isClosedWith(401);
    assertThat(Handlers.OfModified.TOLD).hasValue(before);

    running.get("/modified/", KEEPER).isTheSecret();
    assertThat(Handlers.OfModified.TOLD).hasValue(before + 1);
  }

  /** What Spring's and the container's own code answers holds nothing of the application's. */
  @ParameterizedTest
  @CsvSource({
    "/http/, OPTIONS",
    "/http/, TRACE",
    "/http/, PUT",
    "/http/, DELETE",
    "/abstract-controller, OPTIONS"
  })
  void noOtherMethodTellsTheSecret(String path, String method) {
    running.request(method, path, "Content-Length: 0").isClosed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/http/", "/generic/", "/abstract-controller", "/controller", "/request-handler"})
  void aKeeperGetsIn(String path) {
    running.get(path, KEEPER).isTheSecret();
  }
}
