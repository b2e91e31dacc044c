package dev.gatewright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.apikey.ApiKeyHasher;
import dev.gatewright.issuing.apikey.ApiKeyMint;
import dev.gatewright.issuing.apikey.MintedApiKey;
import dev.gatewright.runtime.event.SecurityEvent;
import dev.gatewright.runtime.event.SecurityEvent.Outcome;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.spring.flows.Flows;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One request is one exchange, whatever way it takes. */
class FlowTest {
  private static final String PEPPER = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private static final MintedApiKey KEY =
      new ApiKeyMint(ApiKeyHasher.ofBase64(PEPPER))
          .mint("partner", Set.of("rates:read"), Set.of(), null);

  private static RunningApplication flows;

  @BeforeAll
  static void start() {
    flows =
        RunningApplication.start(
            Flows.Application.class,
            "gatewright.realm=flows",
            "gatewright.api-keys.pepper=" + PEPPER,
            "gatewright.api-keys.keys[0].id=" + KEY.key().id(),
            "gatewright.api-keys.keys[0].hash=" + KEY.key().hash(),
            "gatewright.api-keys.keys[0].owner=partner",
            "gatewright.api-keys.keys[0].scopes=rates:read",
            "gatewright.transport.trusted-proxies=127.0.0.1");
  }

  @AfterAll
  static void stop() {
    flows.close();
  }

  private static HttpResponse<String> get(String path, String subject) {
    return flows.get(path, "Authorization", "Bearer " + RunningApplication.tokenOf(subject));
  }

  /** The events of a response's request, once it is over. */
  private static List<SecurityEvent> eventsOf(HttpResponse<String> response) {
    String id = response.headers().firstValue("X-Correlation-Id").orElseThrow();
    Flows.Events events = flows.context().getBean(Flows.Events.class);
    List<SecurityEvent> found = List.of();
    for (int i = 0; i < 100 && found.isEmpty(); i++) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      found = events.all().stream().filter(e -> e.correlationId().equals(id)).toList();
    }
    return found;
  }

  @Test
  void anAsynchronousRequestIsCountedOnceAndHasOneEvent() {
    HttpResponse<String> response = get("/later", "alice");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("later alice");
    assertThat(eventsOf(response))
        .singleElement()
        .extracting(SecurityEvent::outcome)
        .isEqualTo(Outcome.ALLOWED);
    assertThat(get("/later", "alice").statusCode()).isEqualTo(429);
  }

  @Test
  void aStreamedResponseEndsItsExchange() {
    HttpResponse<String> response = get("/stream", "alice");

    assertThat(response.body()).isEqualTo("streamed");
    assertThat(eventsOf(response)).hasSize(1);
  }

  @Test
  void aGuardWithoutAnExchangeOnItsThreadRefuses() {
    assertThat(get("/elsewhere", "alice").statusCode()).isEqualTo(503);
  }

  @Test
  void aGuardInsideAGuardIsNotCountedAgain() {
    HttpResponse<String> response = get("/inside", "alice");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(eventsOf(response)).hasSize(1);
  }

  @Test
  void aGuardCalledByAFilterRefusesToo() {
    HttpResponse<String> refused = flows.get("/vault");

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("realm=\"flows\"");
    // It has let the caller in, but nobody has admitted the request to what answers.
    HttpResponse<String> answered = get("/vault", "alice");
    assertThat(answered.statusCode()).isEqualTo(503);
    assertThat(answered.body()).doesNotContain("gold");
  }

  @Test
  void theApplicationsExceptionHandlersAnswerItsOwnExceptions() {
    HttpResponse<String> response = flows.get("/gone");

    assertThat(response.statusCode()).isEqualTo(410);
    assertThat(response.body()).isEqualTo("gone for good");
  }

  @Test
  void theApplicationsExceptionHandlersDoNotSeeRefusals() {
    assertThat(flows.get("/inside").statusCode()).isEqualTo(401);
  }

  @Test
  void anErrorPageBelongsToTheSameExchange() {
    HttpResponse<String> response = flows.get("/send-error");

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(eventsOf(response)).hasSize(1);
  }

  @Test
  void aFailureOutsideOfSpringMvcTellsNothing() {
    HttpResponse<String> response = flows.get("/failing-filter");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).doesNotContain("swordfish", "Exception");
  }

  @Test
  void anApiKeyIsAccepted() {
    assertThat(flows.get("/key", "X-API-Key", KEY.text()).body()).isEqualTo("partner");
  }

  @Test
  void aTokenIsNoApiKey() {
    HttpResponse<String> response = get("/key", "alice");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .hasValue("ApiKey realm=\"flows\"");
  }

  @Test
  void severalCredentialsAreRefused() {
    HttpResponse<String> response =
        flows.get(
            "/inside",
            "Authorization",
            "Bearer " + RunningApplication.tokenOf("alice"),
            "X-API-Key",
            KEY.text());

    assertThat(response.statusCode()).isEqualTo(400);
  }

  @Test
  void plainHttpIsRefusedOnceItCameFromElsewhere() {
    HttpResponse<String> plain = flows.get("/gone", "X-Forwarded-For", "192.0.2.1");
    HttpResponse<String> tls =
        flows.get("/gone", "X-Forwarded-For", "192.0.2.1", "X-Forwarded-Proto", "https");

    assertThat(plain.statusCode()).isEqualTo(403);
    assertThat(eventsOf(plain))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.reason()).isEqualTo(RefusalReason.INSECURE_TRANSPORT);
              assertThat(event.client()).isEqualTo("192.0.2.1");
            });
    assertThat(tls.statusCode()).isEqualTo(410);
    assertThat(tls.headers().firstValue("Strict-Transport-Security")).isPresent();
  }
}
