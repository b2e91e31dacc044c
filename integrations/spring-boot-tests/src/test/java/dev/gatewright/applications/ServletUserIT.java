package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.caller.ServletUser;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Code that knows the Servlet API only finds the gate's caller, and logs say which request it was.
 */
@ExtendWith(OutputCaptureExtension.class)
class ServletUserIT {
  private static final String KEEPER = "Authorization: Bearer " + Tokens.withRole("keeper");
  private static final Pattern CORRELATION_ID =
      Pattern.compile("(?i)X-Correlation-Id: ([0-9a-f]{32})");

  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running =
        Application.of(ServletUser.class)
            .with("logging.level.dev.gatewright.applications=warn")
            .with("logging.pattern.correlation=[%X{correlationId:-none}] ")
            .start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static String correlationIdOf(Answer answer) {
    Matcher header = CORRELATION_ID.matcher(answer.text());
    assertThat(header.find()).as(answer.text()).isTrue();
    return header.group(1);
  }

  @Test
  void theUserOfTheRequestIsTheCaller() {
    assertThat(running.get("/user", KEEPER).text())
        .endsWith("somebody by BEARER, keeper true, admin false");
  }

  @Test
  void aPrincipalIsTheCaller() {
    assertThat(running.get("/user/principal", KEEPER).text()).endsWith("CallerPrincipal somebody");
  }

  @Test
  void aPublicEndpointHasNoUser() {
    assertThat(running.get("/user/public", KEEPER).text())
        .endsWith("null by null, keeper false, admin false, principal null");
  }

  @Test
  void theCallerAndTheCorrelationIdFollowIntoACallable() {
    Answer answer = running.get("/user/later", KEEPER);

    assertThat(answer.text())
        .endsWith(
            "somebody by BEARER, keeper true, admin false, logged with " + correlationIdOf(answer));
  }

  @Test
  void aRequestThatAnothersThreadAsksHasNotThatOnesCaller() throws Exception {
    CompletableFuture<Answer> waiting =
        CompletableFuture.supplyAsync(
            () ->
                running.get("/user/waiting", "Authorization: Bearer " + Tokens.withRole("teller")));
    assertThat(
            running
                .get("/user/waking", "Authorization: Bearer " + Tokens.withRole("keeper"))
                .text())
        .endsWith("woken");

    assertThat(waiting.get(10, TimeUnit.SECONDS).text())
        .endsWith("null by null, keeper false, admin false");
  }

  @Test
  void logLinesOfARequestShowItsCorrelationId(CapturedOutput output) {
    Answer answer = running.get("/user/logged", KEEPER);

    assertThat(answer.text()).endsWith(correlationIdOf(answer));
    assertThat(output.getOut().lines().filter(line -> line.endsWith("An endpoint logs")))
        .singleElement()
        .asString()
        .contains("[" + correlationIdOf(answer) + "]");
  }
}
