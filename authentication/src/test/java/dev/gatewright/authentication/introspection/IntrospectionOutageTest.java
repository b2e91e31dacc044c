package dev.gatewright.authentication.introspection;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.secret.SecretUnavailableException;
import dev.gatewright.secret.SecretValue;
import dev.gatewright.testing.TestServer;
import dev.gatewright.testing.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * An issuer that is down, slow, elsewhere, or answers nonsense: 503, never accepted, never an
 * exception.
 */
@Timeout(60)
class IntrospectionOutageTest {
  private static final String ACTIVE =
      "{\"active\":true," + Tokens.json(Tokens.claims()).substring(1);

  private final TestServer issuer = new TestServer();
  private IntrospectedTokens tokens = builder().build();

  @AfterEach
  void stop() {
    issuer.close();
  }

  private IntrospectedTokensBuilder builder() {
    return new IntrospectedTokensBuilder()
        .uri(issuer.uri("/introspect"))
        .clientId("bank")
        .clientSecret("s3cret")
        .issuer("https://id.example")
        .audience("https://api.example")
        .timeout(Duration.ofMillis(500))
        .pauseWhenDown(Duration.ofSeconds(1))
        .clock(() -> Tokens.NOW);
  }

  private static void assertUndecidable(Authentication authentication) {
    assertThat(authentication).isInstanceOf(Authentication.Undecidable.class);
    assertThat(authentication.toString()).doesNotContain("opaque").doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 301, 302, 307, 400, 401, 403, 404, 429, 500, 502, 503})
  void anyOtherStatusThanOkDecidesNothing(int status) {
    issuer.handle(
        exchange -> {
          exchange.getResponseHeaders().set("Location", issuer.uri("/elsewhere"));
          TestServer.answer(exchange, status, "application/json", status == 204 ? "" : ACTIVE);
        });
    assertUndecidable(tokens.verify("opaque"));
    assertThat(issuer.requests()).as("no redirection is followed").isEqualTo(1);
  }

  @Test
  void anAnswerThatIsNoJsonDecidesNothing() {
    issuer.answer(200, "text/html", ACTIVE);
    assertUndecidable(tokens.verify("opaque"));
    issuer.answer(200, "application/jwt", ACTIVE);
    assertUndecidable(tokens.verify("opaque"));
    for (String body :
        List.of(
            "",
            "<html>Sign in</html>",
            "[" + ACTIVE + "]",
            ACTIVE + ACTIVE,
            "{\"active\":false," + ACTIVE.substring(1),
            "{\"active\":true,\"x\":" + "[".repeat(100) + "]".repeat(100) + "}")) {
      issuer.answerJson(body);
      assertUndecidable(tokens.verify("opaque"));
    }
  }

  @Test
  void aHugeAnswerDecidesNothing() {
    issuer.answerJson(ACTIVE + " ".repeat(70_000));
    assertUndecidable(tokens.verify("opaque"));
  }

  @Test
  void aSlowAnswerDecidesNothing() {
    issuer.handle(
        exchange -> {
          sleep(1_500);
          TestServer.answer(exchange, 200, "application/json", ACTIVE);
        });
    assertUndecidable(tokens.verify("opaque"));
  }

  @Test
  void anIssuerThatIsDownIsLeftAloneAndComesBack() throws Exception {
    issuer.answerJson(ACTIVE);
    accepted(tokens.verify("remembered"));
    issuer.stop();
    for (int i = 0; i < 10; i++) {
      assertUndecidable(tokens.verify("opaque"));
    }
    issuer.start();
    int before = issuer.requests();
    long start = System.nanoTime();
    for (int i = 0; i < 1_000 && System.nanoTime() - start < 500_000_000; i++) {
      assertUndecidable(tokens.verify("opaque" + i));
    }
    assertThat(issuer.requests()).as("nothing is sent").isEqualTo(before);
    accepted(tokens.verify("remembered"));
    Thread.sleep(1_100);
    accepted(tokens.verify("opaque"));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 405, 429, 502, 503, 504})
  void whoeverAnswersThatItIsDownElsewhereOrKnowsUsNotIsLeftAlone(int status) {
    issuer.answer(status, "application/json", "{}");
    for (int i = 0; i < 30; i++) {
      assertUndecidable(tokens.verify("opaque" + i));
    }
    assertThat(issuer.requests()).isLessThan(20);
  }

  @Test
  void anIssuerThatHangsCostsNoMoreThanAFewRequestsTheirTime() {
    issuer.handle(exchange -> sleep(10_000));
    for (int i = 0; i < 5; i++) {
      assertUndecidable(tokens.verify("opaque" + i));
    }
    long start = System.nanoTime();
    for (int i = 0; i < 200; i++) {
      assertUndecidable(tokens.verify("other" + i));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(900));
  }

  @Test
  void noTokenCanMakeTheIssuerPassForDown() {
    issuer.answer(500, "application/json", "{}");
    for (int i = 0; i < 50; i++) {
      assertUndecidable(tokens.verify("strange" + i));
    }
    issuer.answer(400, "application/json", "{\"error\":\"invalid_request\"}");
    for (int i = 0; i < 50; i++) {
      assertUndecidable(tokens.verify("strange" + i));
    }
    issuer.answerJson(ACTIVE);
    accepted(tokens.verify("right"));
  }

  @Test
  void noTokenCanKeepTheIssuerFromComingBack() throws Exception {
    issuer.answer(503, "text/plain", "later");
    for (int i = 0; i < 10; i++) {
      assertUndecidable(tokens.verify("opaque"));
    }
    Thread.sleep(1_100);
    issuer.answer(400, "application/json", "{\"error\":\"invalid_request\"}");
    for (int i = 0; i < 5; i++) {
      assertUndecidable(tokens.verify("strange" + i));
    }
    issuer.answerJson(ACTIVE);
    accepted(tokens.verify("right"));
  }

  @Test
  void noMoreThanSoManyAreAskedAboutAtOnce() throws Exception {
    CountDownLatch asked = new CountDownLatch(2);
    CountDownLatch answer = new CountDownLatch(1);
    issuer.handle(
        exchange -> {
          asked.countDown();
          try {
            answer.await(5, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          TestServer.answer(exchange, 200, "application/json", ACTIVE);
        });
    tokens = builder().maxConcurrentCalls(2).timeout(Duration.ofSeconds(5)).build();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Authentication>> two = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        String token = "opaque" + i;
        two.add(threads.submit(() -> tokens.verify(token)));
      }
      asked.await();
      assertUndecidable(tokens.verify("third"));
      answer.countDown();
      for (Future<Authentication> one : two) {
        accepted(one.get());
      }
      accepted(tokens.verify("third"));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void thatTheIssuerRefusesUsIsSaidOnceAndNeverTakenForAWrongToken() {
    Logger logger = (Logger) LoggerFactory.getLogger(IntrospectionEndpoint.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      issuer.answer(401, "application/json", "{\"error\":\"invalid_client\"}");
      for (int i = 0; i < 10; i++) {
        assertUndecidable(tokens.verify("opaque"));
      }
      assertThat(log.list).hasSize(1);
      assertThat(log.list.get(0).getFormattedMessage())
          .contains("status 401")
          .contains("Fix: ")
          .doesNotContain("s3cret");
    } finally {
      logger.detachAppender(log);
    }
  }

  @Test
  void aSecretThatCannotBeReadDecidesNothing() {
    tokens =
        builder()
            .clientSecret(
                () -> {
                  throw new SecretUnavailableException("name", "is missing", "store it");
                })
            .build();
    assertUndecidable(tokens.verify("opaque"));
    assertThat(issuer.requests()).isZero();
  }

  /** Whoever supplies the secret may fail in any way, and just while the pause is being ended. */
  @Test
  void aSecretThatFailsInAnyWayDecidesNothingAndEndsWithItsCause() throws Exception {
    AtomicBoolean works = new AtomicBoolean(true);
    SecretValue secret = SecretValue.of("clientSecret", "s3cret");
    tokens =
        builder()
            .clientSecret(
                () -> {
                  if (works.get()) {
                    return secret;
                  }
                  throw new IllegalStateException("s3cret is in this message");
                })
            .build();
    issuer.answer(503, "text/plain", "later");
    for (int i = 0; i < 10; i++) {
      assertUndecidable(tokens.verify("opaque"));
    }
    Thread.sleep(1_100);
    works.set(false);
    for (int i = 0; i < 10; i++) {
      assertUndecidable(tokens.verify("opaque"));
    }
    works.set(true);
    issuer.answerJson(ACTIVE);
    Thread.sleep(1_100);
    accepted(tokens.verify("opaque"));
  }

  @Test
  void theIssuerDecidesAgainOnceItIsBack() {
    issuer.answer(503, "text/plain", "later");
    assertUndecidable(tokens.verify("opaque"));
    issuer.answerJson("{\"active\":false}");
    assertRejected(tokens.verify("opaque"), "not active");
  }

  private static void sleep(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
