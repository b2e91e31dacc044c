package dev.gatewright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.issuing.TokenRequest;
import dev.gatewright.spring.bank.BankApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What clients get, for every status. */
class RequestTest {
  private static final String ALICES = "00000000-0000-0000-0000-000000000001";
  private static final String BOBS = "10000000-0000-0000-0000-000000000001";
  private static final String JSON = "application/json";
  private static final String VALID =
      "{\"to\":\"" + BOBS + "\",\"amount\":12.50,\"reference\":null}";

  private static RunningApplication bank;

  @BeforeAll
  static void start() {
    bank = RunningApplication.start(BankApplication.class);
  }

  @AfterAll
  static void stop() {
    bank.close();
  }

  private static String alice(String... scopes) {
    return "Bearer " + RunningApplication.tokenOf("alice", scopes);
  }

  private static HttpResponse<String> transfer(String body, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Authorization";
    all[1] = alice("transfers:write");
    System.arraycopy(headers, 0, all, 2, headers.length);
    return bank.post("/accounts/" + ALICES + "/transfers", body, all);
  }

  private static void assertProblem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    String id = response.headers().firstValue("X-Correlation-Id").orElseThrow();
    assertThat(response.body()).contains("\"status\":" + status, "\"correlationId\":\"" + id);
    assertThat(response.body())
        .doesNotContain("dev.gatewright", "Exception", "org.springframework");
  }

  @Test
  void anAdmittedCallerReachesTheEndpointThroughItsGuard() {
    HttpResponse<String> response =
        bank.get("/accounts/" + ALICES, "Authorization", alice("accounts:read"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"owner\":\"alice\"", "\"caller\":\"alice\"");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void whoeverSendsNoCredentialIsChallenged() {
    HttpResponse<String> response = bank.get("/accounts/" + ALICES);

    assertProblem(response, 401);
    assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"api\"");
  }

  @Test
  void aForgedTokenIsRefused() {
    HttpResponse<String> response =
        bank.get("/accounts/" + ALICES, "Authorization", alice("accounts:read") + "x");

    assertProblem(response, 401);
    assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("error=\"invalid_token\"");
  }

  @Test
  void aMissingScopeIsNamed() {
    HttpResponse<String> response =
        bank.get("/accounts/" + ALICES, "Authorization", alice("other"));

    assertProblem(response, 403);
    assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("error=\"insufficient_scope\"", "scope=\"accounts:read\"");
  }

  @Test
  void anObjectOfSomebodyElseIsRefused() {
    assertProblem(bank.get("/accounts/" + BOBS, "Authorization", alice("accounts:read")), 403);
  }

  @Test
  void aSecondFactorIsAskedFor() {
    HttpResponse<String> response =
        bank.post("/accounts/" + ALICES + "/closing", "", "Authorization", alice());

    assertProblem(response, 401);
    assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("error=\"insufficient_user_authentication\"", "max_age=300");
  }

  @Test
  void aSecondFactorIsEnough() {
    String token =
        RunningApplication.token(
            TokenRequest.of("alice")
                .withRoles(List.of("customer"))
                .withAuthentication(Instant.now(), List.of("pwd", "otp", "mfa")));

    assertThat(
            bank.post("/accounts/" + ALICES + "/closing", "", "Authorization", "Bearer " + token)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aUsedUpLimitSaysWhenToComeBack() {
    String carol = "Bearer " + RunningApplication.tokenOf("carol");
    assertThat(bank.get("/accounts/limited", "Authorization", carol).statusCode()).isEqualTo(200);
    assertThat(bank.get("/accounts/limited", "Authorization", carol).statusCode()).isEqualTo(200);

    HttpResponse<String> refused = bank.get("/accounts/limited", "Authorization", carol);

    assertProblem(refused, 429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(refused.headers().firstValue("RateLimit")).isPresent();
    assertThat(refused.headers().firstValue("RateLimit-Policy")).isPresent();
    assertThat(refused.headers().firstValue("X-RateLimit-Limit")).isPresent();
    assertThat(refused.body()).contains("\"violated-policies\":[\"limited\"]");
  }

  @Test
  void aPublicEndpointNeedsNoCredential() {
    assertThat(bank.get("/rates").statusCode()).isEqualTo(200);
  }

  @Test
  void aValidBodyIsRead() {
    HttpResponse<String> response = transfer(VALID, "Content-Type", JSON);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).contains("12.50");
  }

  @Test
  void whatIsWrongWithTheInputIsToldWithoutTheValue() {
    HttpResponse<String> response = transfer(VALID.replace("12.50", "-66.6"), "Content-Type", JSON);

    assertProblem(response, 422);
    assertThat(response.body()).contains("amount", "must be greater than 0").doesNotContain("66.6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{\"to\":\"10000000-0000-0000-0000-000000000001\",\"amount\":1,\"admin\":true}",
        "{\"to\":\"10000000-0000-0000-0000-000000000001\",\"amount\":1,\"amount\":2}",
        "{\"to\":\"10000000-0000-0000-0000-000000000001\",\"amount\":\"1\"}",
        "{\"to\":\"10000000-0000-0000-0000-000000000001\",\"amount\":1} 1",
        "{\"to\":\"10000000-0000-0000-0000-000000000001\",\"amount\":[[[[1]]]]}",
        "{\"amount\":swordfish}"
      })
  void aBodyThatIsNotStrictlyJsonIsRefused(String body) {
    HttpResponse<String> response = transfer(body, "Content-Type", JSON);

    assertProblem(response, 400);
    assertThat(response.body()).doesNotContain("swordfish", "true");
  }

  @Test
  void everythingThatIsMissingIsToldAtOnce() {
    HttpResponse<String> response = transfer("{\"amount\":-1}", "Content-Type", JSON);

    assertProblem(response, 422);
    assertThat(response.body())
        .contains("\"path\":\"transfer.to\"", "\"path\":\"transfer.amount\"");
  }

  @Test
  void theApplicationsOwnMapperStaysAsItWas() {
    JsonMapper mapper = bank.context().getBean(JsonMapper.class);

    Map<?, ?> read = mapper.readValue("{\"EUR\":1,\"EUR\":2}", Map.class);
    assertThat(read.size()).isEqualTo(1);
    assertThat(mapper.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)).isFalse();
  }

  @Test
  void aMalformedPathVariableIsNotEchoed() {
    HttpResponse<String> response =
        bank.get("/accounts/swordfish", "Authorization", alice("accounts:read"));

    assertProblem(response, 400);
    assertThat(response.body()).contains("\"path\":\"id\"").doesNotContain("swordfish");
  }

  @Test
  void aMissingParameterIsNamed() {
    HttpResponse<String> response = bank.get("/accounts/page", "Authorization", alice());

    assertProblem(response, 400);
    assertThat(response.body()).contains("\"path\":\"number\"", "is required");
  }

  @Test
  void aMediaTypeThatIsNotDeclaredIsRefused() {
    HttpResponse<String> response = transfer(VALID, "Content-Type", "text/plain");

    assertProblem(response, 415);
    assertThat(response.headers().firstValue("Accept")).hasValue(JSON);
    assertProblem(transfer(VALID), 415);
  }

  @Test
  void aBodyThatDeclaresTooMuchIsRefusedBeforeItIsRead() {
    assertProblem(transfer(" ".repeat(4_097), "Content-Type", JSON), 413);
  }

  @Test
  void aChunkedBodyIsRefusedOnceItIsTooLong() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(bank.uri("/accounts/" + ALICES + "/transfers"))
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(new byte[5_000])));

    assertProblem(
        bank.send(request, "Authorization", alice("transfers:write"), "Content-Type", JSON), 413);
  }

  @Test
  void aChunkedBodyThatIsReadAsTextIsBoundedToo() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(bank.uri("/accounts/" + ALICES + "/note"))
            .PUT(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(new byte[17])));

    assertProblem(bank.send(request, "Authorization", alice(), "Content-Type", JSON), 413);
  }

  @Test
  void aFailingEndpointTellsNothingOfItself() {
    HttpResponse<String> response = bank.get("/accounts/broken", "Authorization", alice());

    assertProblem(response, 500);
    assertThat(response.body()).doesNotContain("swordfish");
  }

  @Test
  void whatNoHandlerWantsIsAProblemWithoutDetails() {
    assertProblem(bank.get("/nowhere"), 404);
    HttpResponse<String> wrongMethod = bank.post("/rates", "");
    assertProblem(wrongMethod, 405);
    assertThat(wrongMethod.headers().firstValue("Allow")).hasValue("GET");
    assertProblem(bank.get("/rates", "Accept", "application/pdf"), 406);
  }

  @Test
  void anUnauthenticatedClientGetsItsAnswerBeforeItsBodyIsRead() throws IOException {
    String head =
        "POST /accounts/"
            + ALICES
            + "/transfers HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 4096\r\n\r\n";

    assertThat(statusLineOf(head)).contains(" 401 ");
  }

  @Test
  void anUnauthenticatedUploadGetsItsAnswerBeforeItIsRead() throws IOException {
    String head =
        "POST /accounts/"
            + ALICES
            + "/transfers HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 4096\r\n\r\n";

    assertThat(statusLineOf(head)).contains(" 401 ");
  }

  @Test
  void anUnauthenticatedFormGetsItsAnswerBeforeItIsRead() throws IOException {
    String head =
        "PUT /accounts/"
            + ALICES
            + "/note HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 16\r\n\r\n";

    assertThat(statusLineOf(head)).contains(" 401 ");
  }

  private static String statusLineOf(String head) throws IOException {
    try (Socket socket = bank.connect()) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      InputStream answer = socket.getInputStream();
      StringBuilder line = new StringBuilder();
      for (int next = answer.read(); next >= 0 && next != '\r'; next = answer.read()) {
        line.append((char) next);
      }
      return line.toString();
    }
  }
}
