package dev.gatewright.challenge;

import static dev.gatewright.challenge.Work.NOW;
import static dev.gatewright.challenge.Work.REQUEST;
import static dev.gatewright.challenge.Work.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.replay.InProcessReplayStore;
import dev.gatewright.runtime.challenge.ChallengeResult;
import dev.gatewright.secret.SecretUnavailableException;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider says of an answer, over real HTTP. */
@Timeout(60)
class SiteVerifyTest {
  private static final String SECRET = "0x4AAA+secret/with&signs=";
  private static final String SUCCESS =
      """
      {"success":true,"challenge_ts":"2026-01-15T11:59:30.123Z","hostname":"www.example.com",\
      "error-codes":[],"action":"rates","cdata":"","metadata":{"interactive":false}}\
      """;

  private final TestServer provider = new TestServer();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final SiteVerify challenger = builder().build();

  @AfterEach
  void stop() {
    provider.close();
  }

  private SiteVerifyBuilder builder() {
    return new SiteVerifyBuilder()
        .uri(provider.uri("/siteverify"))
        .secret(SECRET)
        .hostname("WWW.example.com")
        .hostname("example.com")
        .action("rates")
        .siteKey("1x00000000000000000000AA")
        .replays(new InProcessReplayStore(1_000, now::get))
        .timeout(Duration.ofSeconds(5))
        .clock(now::get);
  }

  private ChallengeResult verify(String answer) {
    return verify(challenger, answer);
  }

  private static ChallengeResult verify(SiteVerify challenger, String answer) {
    return challenger.verify(answer, SUBJECT, 0, REQUEST);
  }

  private static void assertSolved(ChallengeResult result) {
    assertThat(result).isEqualTo(new ChallengeResult.Solved());
  }

  private static void assertFailed(ChallengeResult result, String cause) {
    assertThat(result).isInstanceOf(ChallengeResult.Failed.class);
    assertThat(((ChallengeResult.Failed) result).cause()).contains(cause);
  }

  private static void assertUndecidable(ChallengeResult result) {
    assertThat(result).isInstanceOf(ChallengeResult.Undecidable.class);
    assertThat(result.toString()).doesNotContain("token").doesNotContain("0x4AAA");
  }

  @Test
  void aClientIsToldWhatItsPageNeeds() {
    assertThat(challenger.issue(SUBJECT, 3).members())
        .containsExactly(
            Map.entry("type", "site-verify"),
            Map.entry("site-key", "1x00000000000000000000AA"),
            Map.entry("action", "rates"));
  }

  @Test
  void theProviderIsSentTheSecretTheAnswerAndTheAddressAsAForm() {
    List<String> sent = new ArrayList<>();
    provider.handle(
        exchange -> {
          sent.add(exchange.getRequestMethod());
          sent.add(exchange.getRequestHeaders().getFirst("Content-Type"));
          sent.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
          TestServer.answer(exchange, 200, "application/json", SUCCESS);
        });
    assertSolved(verify("token&remoteip=198.51.100.1"));
    assertThat(sent)
        .containsExactly(
            "POST",
            "application/x-www-form-urlencoded",
            "secret=0x4AAA%2Bsecret%2Fwith%26signs%3D&response=token%26remoteip%3D198.51.100.1"
                + "&remoteip=203.0.113.7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // hCaptcha
        "{\"success\":true,\"challenge_ts\":\"2026-01-15T11:59:30+0000\","
            + "\"hostname\":\"www.example.com\",\"credit\":true,\"action\":\"rates\"}",
        // reCAPTCHA version 3
        "{\"success\":true,\"score\":0.9,\"action\":\"rates\","
            + "\"challenge_ts\":\"2026-01-15T12:59:30+01:00\",\"hostname\":\"example.com\"}",
        // Turnstile
        SUCCESS
      })
  void theDialectsOfAllThreeProvidersAreRead(String response) {
    provider.answer(200, "application/json; charset=utf-8", response);
    assertSolved(verify("token"));
  }

  @Test
  void anAnswerCountsOnceEvenIfTheProviderSaysYesAgain() {
    provider.answerJson(SUCCESS);
    assertSolved(verify("token"));
    assertFailed(verify("token"), "used before");
    assertSolved(verify("another-token"));
  }

  @Test
  void anAnswerCountsOnceUntilItWouldBeRefusedAsTooOld() {
    provider.answerJson(SUCCESS);
    assertSolved(verify("token"));
    now.set(Instant.parse("2026-01-15T12:04:30.123Z"));
    assertFailed(verify("token"), "used before");
    now.set(Instant.parse("2026-01-15T12:04:30.124Z"));
    assertFailed(verify("token"), "not solved just now");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timeout-or-duplicate",
        "invalid-input-response",
        "missing-input-response",
        "already-seen-response",
        "something-new"
      })
  void anAnswerThatTheProviderRefusesIsRefused(String code) {
    provider.answerJson("{\"success\":false,\"error-codes\":[\"" + code + "\"]}");
    assertFailed(verify("token"), code);
    provider.answerJson("{\"success\":false}");
    assertFailed(verify("token"), "refuses the answer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid-input-secret",
        "missing-input-secret",
        "sitekey-secret-mismatch",
        "bad-request",
        "internal-error"
      })
  void thatTheProviderRefusesUsIsNotTheClientsFault(String code) {
    provider.answerJson("{\"success\":false,\"error-codes\":[\"" + code + "\"]}");
    assertUndecidable(verify("token"));
  }

  @Test
  void whatTheProviderCallsAnErrorReachesTheLogOnlyIfItIsACode() {
    provider.answerJson(
        "{\"success\":false,\"error-codes\":[\"a\\nforged line\",\"<b>\",7,null,\"fine-code\",\""
            + "x".repeat(65)
            + "\"]}");
    assertThat(verify("token"))
        .isEqualTo(
            new ChallengeResult.Failed("the provider refuses the answer: [fine-code]", true));
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example, another site",
    "www.example.com.evil.example, another site",
    "example.com., another site",
    "sub.example.com, another site",
  })
  void aChallengeThatWasSolvedOnAnotherSiteIsRefused(String hostname, String cause) {
    provider.answerJson(SUCCESS.replace("www.example.com", hostname));
    assertFailed(verify("token"), cause);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"action\":\"log-in\"", "\"action\":\"\"", "\"other\":1"})
  void aChallengeThatWasSolvedForAnotherActionIsRefused(String action) {
    provider.answerJson(SUCCESS.replace("\"action\":\"rates\"", action));
    assertFailed(verify("token"), "another action");
  }

  @Test
  void anyActionWillDoWhereNoneIsConfigured() {
    provider.answerJson(SUCCESS);
    assertSolved(verify(builder().action(null).build(), "token"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-15T11:54:59.999Z",
        "2026-01-15T12:00:30.001Z",
        "1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z"
      })
  void aChallengeThatWasNotSolvedJustNowIsRefused(String timestamp) {
    provider.answerJson(SUCCESS.replace("2026-01-15T11:59:30.123Z", timestamp));
    assertFailed(verify("token"), "not solved just now");
  }

  @ParameterizedTest
  @CsvSource({"0.49, false", "0.5, true", "1, true", "-1, false", "\"0.9\", false", "null, false"})
  void aScoreBelowTheLeastIsRefused(String score, boolean enough) {
    provider.answerJson(SUCCESS.replace("{\"success\"", "{\"score\":" + score + ",\"success\""));
    ChallengeResult result = verify(builder().minScore(0.5).build(), "token");
    if (enough) {
      assertSolved(result);
    } else {
      assertFailed(result, "score");
    }
  }

  @Test
  void whereAScoreIsNeededItMustBeThere() {
    provider.answerJson(SUCCESS);
    assertFailed(verify(builder().minScore(0.0).build(), "token"), "score");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "true",
        "[true]",
        "{}",
        "{\"success\":\"true\"}",
        "{\"success\":1}",
        "{\"success\":null}",
        "{\"success\":false,\"success\":true}",
        "{\"success\":true}",
        "{\"success\":true,\"hostname\":\"www.example.com\",\"action\":\"rates\"}",
        "{\"success\":true,\"challenge_ts\":\"2026-01-15T11:59:30Z\",\"action\":\"rates\"}",
        "{\"success\":true,\"hostname\":[\"www.example.com\"],\"action\":\"rates\","
            + "\"challenge_ts\":\"2026-01-15T11:59:30Z\"}",
        "{\"success\":true,\"hostname\":\"www.example.com\",\"action\":\"rates\","
            + "\"challenge_ts\":\"yesterday\"}",
        "{\"success\":true,\"hostname\":\"www.example.com\",\"action\":\"rates\","
            + "\"challenge_ts\":1768478370}",
        "<html>success</html>"
      })
  void aResponseThatIsNoneDecidesNothing(String body) {
    provider.answerJson(body);
    assertUndecidable(verify("token"));
  }

  @Test
  void aResponseOfAnotherMediaTypeDecidesNothing() {
    provider.answer(200, "text/html", SUCCESS);
    assertUndecidable(verify("token"));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 301, 302, 307, 308, 400, 403, 404, 429, 500, 503})
  void anyOtherStatusThanOkDecidesNothing(int status) {
    provider.handle(
        exchange -> {
          exchange.getResponseHeaders().set("Location", provider.uri("/elsewhere"));
          TestServer.answer(exchange, status, "application/json", SUCCESS);
        });
    assertUndecidable(verify("token"));
    assertThat(provider.requests()).as("no redirection is followed").isEqualTo(1);
  }

  @Test
  void aHugeResponseDecidesNothing() {
    provider.answerJson(SUCCESS + " ".repeat(20_000));
    assertUndecidable(verify("token"));
  }

  @Test
  void aSlowResponseDecidesNothing() {
    provider.handle(exchange -> pause(exchange::close));
    SiteVerify impatient = builder().timeout(Duration.ofMillis(200)).build();
    assertUndecidable(verify(impatient, "token"));
  }

  @Test
  void aResponseThatStopsHalfWayDecidesNothing() {
    provider.handle(
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write(SUCCESS.getBytes(StandardCharsets.UTF_8));
        });
    assertUndecidable(verify(builder().timeout(Duration.ofSeconds(1)).build(), "token"));
  }

  @Test
  void aProviderThatIsDownIsLeftAloneAndComesBack() throws Exception {
    SiteVerify patient =
        builder().timeout(Duration.ofSeconds(2)).pauseWhenDown(Duration.ofSeconds(1)).build();
    provider.stop();
    for (int i = 0; i < 10; i++) {
      assertUndecidable(verify(patient, "token"));
    }
    provider.start();
    provider.answerJson(SUCCESS);
    int before = provider.requests();
    assertUndecidable(verify(patient, "token"));
    assertThat(provider.requests()).as("nothing is sent").isEqualTo(before);
    Thread.sleep(1_100);
    assertSolved(verify(patient, "token"));
  }

  @Test
  void noAnswerCanMakeTheProviderPassForDown() {
    provider.answer(500, "application/json", "{}");
    for (int i = 0; i < 30; i++) {
      assertUndecidable(verify("token" + i));
    }
    provider.answerJson(SUCCESS);
    assertSolved(verify("token"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\nb", "a\u0000", "caf\u00e9"})
  void anAnswerThatNoProviderGaveIsRefusedWithoutAsking(String answer) {
    provider.answerJson(SUCCESS);
    assertThat(verify(answer)).isEqualTo(new ChallengeResult.Failed("the answer is malformed"));
    assertThat(verify("a".repeat(4_097))).isInstanceOf(ChallengeResult.Failed.class);
    assertThat(provider.requests()).isZero();
  }

  @Test
  void anAnswerOfTheGreatestLengthIsRead() {
    provider.answerJson(SUCCESS);
    String longest = "a".repeat(4_096);
    FakeExchange exchange = FakeExchange.withHeader("Challenge-Response", longest);
    assertThat(challenger.answer(exchange)).isEqualTo(longest);
    assertSolved(verify(longest));
    assertThat(challenger.answer(FakeExchange.withHeader("Challenge-Response", "a".repeat(4_097))))
        .isNull();
  }

  @Test
  void aReplayStoreThatFailsIsNoReasonToBelieve() {
    provider.answerJson(SUCCESS);
    SiteVerify forgetful =
        builder()
            .replays(
                (key, until) -> {
                  throw new IllegalStateException("down");
                })
            .build();
    assertUndecidable(verify(forgetful, "token"));
  }

  @Test
  void aSecretThatCannotBeReadDecidesNothing() {
    SiteVerify without =
        builder()
            .secret(
                () -> {
                  throw new SecretUnavailableException("name", "is missing", "store it");
                })
            .build();
    assertUndecidable(verify(without, "token"));
    assertThat(provider.requests()).isZero();
  }

  private static void pause(Runnable then) throws IOException {
    try {
      Thread.sleep(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    then.run();
  }
}
