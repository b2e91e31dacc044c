package dev.gatewright.authentication.jwt;

import static dev.gatewright.authentication.jwt.JwtAlgorithm.ES256;
import static dev.gatewright.authentication.jwt.JwtAlgorithm.RS256;
import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.testing.TestJwks;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.TestServer;
import dev.gatewright.testing.Tokens;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys from a real server over real HTTP. */
@Timeout(60)
class JwkSetSourceTest {
  private final TestServer provider = new TestServer();
  private final AtomicReference<Instant> now = new AtomicReference<>(Tokens.NOW);
  private JwkSetSource source = source(Duration.ofMinutes(5));
  private JwtAccessTokens tokens = tokens(source);

  @AfterEach
  void stop() {
    source.close();
    provider.close();
  }

  private JwkSetSource.Builder builder() {
    return JwkSetSource.uri(provider.uri("/jwks"))
        .algorithms(List.of(RS256, ES256))
        .clock(now::get);
  }

  private JwkSetSource source(Duration interval) {
    return builder().refreshInterval(interval).build();
  }

  private static JwtAccessTokens tokens(JwkSetSource source) {
    return new JwtAccessTokens(Tokens.settings().keys(source).build());
  }

  private void refreshEvery(Duration interval) {
    source.close();
    source = source(interval);
    tokens = tokens(source);
  }

  private static Map<String, String> jwk(String keyId, KeyPair pair) {
    return TestJwks.named(keyId, TestJwks.ec(pair));
  }

  private static String token(String keyId, KeyPair pair) {
    return Tokens.signed(
        SigningKey.of(keyId, ES256, pair.getPrivate()),
        "{\"alg\":\"ES256\",\"kid\":\"" + keyId + "\"}",
        Tokens.json(Tokens.claims()));
  }

  private static void assertUndecidable(Authentication authentication) {
    assertThat(authentication).isInstanceOf(Authentication.Undecidable.class);
  }

  private static void eventually(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("it takes too long").isLessThan(end);
      Thread.sleep(20);
    }
  }

  /** Runs a task in many threads at once. */
  private static <T> List<T> together(int threads, Callable<T> task) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch ready = new CountDownLatch(threads);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(
            executor.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return task.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void aTokenIsVerifiedByAKeyOfTheSet() {
    provider.answerJson(TestJwks.set(jwk("a", TestKeys.P256)));
    assertThat(provider.requests()).as("nothing is got before it is needed").isZero();
    assertThat(accepted(tokens.verify(token("a", TestKeys.P256))).subject()).isEqualTo("alice");
    accepted(tokens.verify(token("a", TestKeys.P256)));
    assertThat(provider.requests()).isEqualTo(1);
    assertRejected(
        tokens.verify(token("a", TestKeys.ec("secp256r1"))), "the token's signature is wrong");
  }

  @Test
  void manyThreadsThatNeedTheFirstKeysGetThemByOneRequest() throws Exception {
    provider.handle(
        exchange -> {
          sleep(300);
          TestServer.answer(
              exchange, 200, "application/json", TestJwks.set(jwk("a", TestKeys.P256)));
        });
    String token = token("a", TestKeys.P256);
    together(50, () -> tokens.verify(token)).forEach(result -> accepted(result));
    assertThat(provider.requests()).isEqualTo(1);
  }

  @Test
  void manyThreadsThatMeetANewKeyGetItByOneRequest() throws Exception {
    provider.answerJson(TestJwks.set(jwk("a", TestKeys.P256)));
    accepted(tokens.verify(token("a", TestKeys.P256)));
    KeyPair next = TestKeys.ec("secp256r1");
    provider.handle(
        exchange -> {
          sleep(300);
          TestServer.answer(exchange, 200, "application/json", TestJwks.set(jwk("b", next)));
        });
    String token = token("b", next);
    together(50, () -> tokens.verify(token)).forEach(result -> accepted(result));
    assertThat(provider.requests()).isEqualTo(2);
  }

  @Test
  void tenThousandInventedKeyIdsCostOneRequestAWindow() throws Exception {
    provider.answerJson(TestJwks.set(jwk("a", TestKeys.P256)));
    accepted(tokens.verify(token("a", TestKeys.P256)));
    for (int window = 1; window <= 3; window++) {
      together(
          10,
          () -> {
            for (int i = 0; i < 1_000; i++) {
              VerificationKeys seen = source.current();
              assertThat(source.refreshed(seen)).isSameAs(seen);
            }
            return true;
          });
      assertThat(provider.requests()).isEqualTo(1 + window);
      assertRejected(tokens.verify(token("invented", TestKeys.P256)), "no configured key");
      now.updateAndGet(instant -> instant.plusSeconds(9));
      assertRejected(tokens.verify(token("invented", TestKeys.P256)), "no configured key");
      assertThat(provider.requests()).isEqualTo(1 + window);
      now.updateAndGet(instant -> instant.plusSeconds(1));
    }
  }

  @Test
  void aSetThatChangesWithEveryLookIsNotLookedAtWithoutEnd() throws Exception {
    provider.handle(
        exchange ->
            TestServer.answer(
                exchange,
                200,
                "application/json",
                TestJwks.set(jwk("k" + provider.requests(), TestKeys.P256))));
    source.current();
    for (int i = 0; i < 1_000; i++) {
      source.refreshed(source.current());
    }
    assertThat(provider.requests()).isEqualTo(2);
  }

  @Test
  void aClockThatWasPutBackDoesNotKeepKeysFromBeingFound() {
    provider.answerJson(TestJwks.set(jwk("a", TestKeys.P256)));
    assertRejected(tokens.verify(token("b", TestKeys.P256)), "no configured key");
    now.set(Tokens.NOW.minusSeconds(86_400));
    provider.answerJson(TestJwks.set(jwk("b", TestKeys.P256)));
    accepted(tokens.verify(token("b", TestKeys.P256)));
  }

  @Test
  void aWithdrawnKeyIsNoLongerAcceptedAfterTheNextRefresh() throws Exception {
    provider.answerJson(TestJwks.set(jwk("a", TestKeys.P256), TestJwks.rsa(TestKeys.RSA)));
    refreshEvery(Duration.ofSeconds(1));
    accepted(tokens.verify(token("a", TestKeys.P256)));
    VerificationKeys before = source.current();
    eventually(() -> provider.requests() >= 3);
    assertThat(source.current()).as("nothing has changed").isSameAs(before);
    provider.answerJson("{\"keys\":[]}");
    eventually(() -> source.current() != before);
    assertRejected(tokens.verify(token("a", TestKeys.P256)), "no configured key");
  }

  @Test
  void keysRotateUnderLoadWithoutOneFalseRefusal() throws Exception {
    KeyPair first = TestKeys.P256;
    KeyPair second = TestKeys.ec("secp256r1");
    KeyPair third = TestKeys.ec("secp256r1");
    provider.answerJson(TestJwks.set(jwk("1", first)));
    AtomicReference<String> token = new AtomicReference<>(token("1", first));
    ExecutorService load = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        counts.add(
            load.submit(
                () -> {
                  int count = 0;
                  for (; !token.get().isEmpty(); count++) {
                    String sent = token.get();
                    if (!sent.isEmpty()) {
                      accepted(tokens.verify(sent));
                    }
                  }
                  return count;
                }));
      }
      Thread.sleep(300);
      // Published and used at once, without a moment for anybody to find it.
      provider.answerJson(TestJwks.set(jwk("1", first), jwk("2", second)));
      token.set(token("2", second));
      Thread.sleep(300);
      now.updateAndGet(instant -> instant.plusSeconds(2));
      provider.answerJson(TestJwks.set(jwk("2", second), jwk("3", third)));
      token.set(token("3", third));
      Thread.sleep(300);
      token.set("");
      for (Future<Integer> count : counts) {
        assertThat(count.get()).isPositive();
      }
    } finally {
      load.shutdownNow();
    }
  }

  @Test
  void aKeyWithoutIdRotatesToo() {
    KeyPair next = TestKeys.ec("secp256r1");
    provider.answerJson(TestJwks.set(TestJwks.ec(TestKeys.P256)));
    SigningKey before = new SigningKey(null, ES256, TestKeys.P256.getPrivate());
    SigningKey after = new SigningKey(null, ES256, next.getPrivate());
    accepted(tokens.verify(Tokens.signed(before, Tokens.claims())));
    provider.answerJson(TestJwks.set(TestJwks.ec(next)));
    accepted(tokens.verify(Tokens.signed(after, Tokens.claims())));
    assertRejected(
        tokens.verify(Tokens.signed(before, Tokens.claims())), "the token's signature is wrong");
    assertThat(provider.requests()).isEqualTo(2);
  }

  @Test
  void whileTheProviderIsDownKnownKeysStayAndOthersCannotBeDecided() throws Exception {
    provider.answerJson(TestJwks.set(jwk("a", TestKeys.P256)));
    refreshEvery(Duration.ofSeconds(1));
    accepted(tokens.verify(token("a", TestKeys.P256)));
    provider.stop();
    for (int i = 0; i < 100; i++) {
      accepted(tokens.verify(token("a", TestKeys.P256)));
      assertUndecidable(tokens.verify(token("b", TestKeys.P256)));
      Thread.sleep(25);
    }
    provider.answerJson(TestJwks.set(jwk("b", TestKeys.P256)));
    provider.start();
    eventually(
        () ->
            tokens.verify(token("b", TestKeys.P256)) instanceof Authentication.Accepted
                && tokens.verify(token("a", TestKeys.P256)) instanceof Authentication.Rejected);
  }

  @Test
  void whileTheProviderIsDownInventedKeyIdsDoNotMakeItAskedMore() {
    provider.answerJson(TestJwks.set(jwk("a", TestKeys.P256)));
    accepted(tokens.verify(token("a", TestKeys.P256)));
    provider.answer(500, "text/plain", "broken");
    int before = provider.requests();
    for (int i = 0; i < 500; i++) {
      assertUndecidable(tokens.verify(token("invented-" + i, TestKeys.P256)));
    }
    // The first of them, and what is tried again by itself after 1, 2, 4 and 8 seconds.
    assertThat(provider.requests() - before).isLessThanOrEqualTo(6);
  }

  @Test
  void keysThatCouldNotBeLookedForAgainForTooLongAreNoLongerUsed() throws Exception {
    provider.answerJson(TestJwks.set(jwk("a", TestKeys.P256)));
    refreshEvery(Duration.ofSeconds(1));
    accepted(tokens.verify(token("a", TestKeys.P256)));
    provider.answer(500, "text/plain", "broken");
    now.set(Tokens.NOW.plus(Duration.ofHours(24)).minusMillis(1));
    int before = provider.requests();
    eventually(() -> provider.requests() >= before + 2);
    assertThat(source.current()).isNotNull();
    now.set(Tokens.NOW.plus(Duration.ofHours(24)));
    eventually(
        () -> tokens.verify(token("a", TestKeys.P256)) instanceof Authentication.Undecidable);
    now.set(Tokens.NOW);
    provider.answerJson(TestJwks.set(jwk("a", TestKeys.P256)));
    eventually(() -> tokens.verify(token("a", TestKeys.P256)) instanceof Authentication.Accepted);
  }

  @Test
  void withoutAnyKeysNothingCanBeDecidedAndNobodyWaitsTwice() throws Exception {
    provider.handle(exchange -> sleep(4_000));
    String token = token("a", TestKeys.P256);
    assertUndecidable(tokens.verify(token));
    long start = System.nanoTime();
    for (int i = 0; i < 1_000; i++) {
      assertUndecidable(tokens.verify(token));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    provider.answerJson(TestJwks.set(jwk("a", TestKeys.P256)));
    eventually(() -> tokens.verify(token) instanceof Authentication.Accepted);
  }

  @Test
  void whatIsNoKeySetLeavesTheKnownKeysAlone() throws Exception {
    provider.answerJson(TestJwks.set(jwk("a", TestKeys.P256)));
    refreshEvery(Duration.ofSeconds(1));
    accepted(tokens.verify(token("a", TestKeys.P256)));
    String evil = TestJwks.set(jwk("evil", TestKeys.P256));
    List<Runnable> answers =
        List.of(
            () -> provider.answer(200, "text/html", "<html>Sign in</html>"),
            () -> provider.answer(404, "application/json", evil),
            () -> provider.answer(200, "application/json", evil + " ".repeat(300_000)),
            () ->
                provider.handle(
                    exchange -> {
                      if (exchange.getRequestURI().getPath().equals("/evil")) {
                        TestServer.answer(exchange, 200, "application/json", evil);
                      } else {
                        exchange.getResponseHeaders().set("Location", provider.uri("/evil"));
                        exchange.sendResponseHeaders(302, -1);
                      }
                    }));
    for (Runnable answer : answers) {
      answer.run();
      int before = provider.requests();
      eventually(() -> provider.requests() >= before + 2);
      accepted(tokens.verify(token("a", TestKeys.P256)));
      assertUndecidable(tokens.verify(token("evil", TestKeys.P256)));
    }
  }

  @Test
  void aClosedSourceKnowsNoKeysAndAsksNobody() throws Exception {
    provider.answerJson(TestJwks.set(jwk("a", TestKeys.P256)));
    refreshEvery(Duration.ofSeconds(1));
    accepted(tokens.verify(token("a", TestKeys.P256)));
    source.close();
    int before = provider.requests();
    assertUndecidable(tokens.verify(token("a", TestKeys.P256)));
    Thread.sleep(1_500);
    assertThat(provider.requests()).isEqualTo(before);
  }

  private static void sleep(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
