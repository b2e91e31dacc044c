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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
  void inventedKeyIdsMakeTheProviderBeAskedOnceASecondAtMost() throws Exception {
    provider.answerJson(TestJwks.set(jwk("a", TestKeys.P256)));
    accepted(tokens.verify(token("a", TestKeys.P256)));
    AtomicInteger ids = new AtomicInteger();
    long start = System.nanoTime();
    long end = start + TimeUnit.MILLISECONDS.toNanos(2_500);
    together(
        60,
        () -> {
          while (System.nanoTime() < end) {
            assertThat(tokens.verify(token("invented-" + ids.incrementAndGet(), TestKeys.P256)))
                .isNotInstanceOf(Authentication.Accepted.class);
          }
          return true;
        });
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    assertThat(ids.get()).isGreaterThan(200);
    assertThat(provider.requests()).isLessThanOrEqualTo(2 + (int) seconds);
  }

  @Test
  void theSameInventedKeyIdIsLookedForOnceInAWhile() {
    provider.answerJson(TestJwks.set(jwk("a", TestKeys.P256)));
    accepted(tokens.verify(token("a", TestKeys.P256)));
    String invented = token("invented", TestKeys.P256);
    for (int window = 1; window <= 2; window++) {
      for (int i = 0; i < 1_000; i++) {
        assertRejected(tokens.verify(invented), "no configured key");
      }
      assertThat(provider.requests()).isEqualTo(1 + window);
      now.updateAndGet(instant -> instant.plusMillis(9_999));
      assertRejected(tokens.verify(invented), "no configured key");
      assertThat(provider.requests()).isEqualTo(1 + window);
      now.updateAndGet(instant -> instant.plusMillis(1));
    }
  }

  @Test
  void aKeyIdThatNoKeyOfASetCanHaveIsNotLookedFor() {
    provider.answerJson(TestJwks.set(jwk("a", TestKeys.P256)));
    accepted(tokens.verify(token("a", TestKeys.P256)));
    String header = "{\"alg\":\"ES256\",\"kid\":\"" + "k".repeat(257) + "\"}";
    SigningKey key = SigningKey.of("a", ES256, TestKeys.P256.getPrivate());
    String token = Tokens.signed(key, header, Tokens.json(Tokens.claims()));
    assertRejected(tokens.verify(token), "no configured key");
    assertThat(provider.requests()).isEqualTo(1);
  }

  @Test
  void aKeyThatIsPublishedWhileALookIsUnderWayIsFound() throws Exception {
    provider.answerJson(TestJwks.set(jwk("a", TestKeys.P256)));
    accepted(tokens.verify(token("a", TestKeys.P256)));
    KeyPair next = TestKeys.ec("secp256r1");
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch missed = new CountDownLatch(1);
    String before = TestJwks.set(jwk("a", TestKeys.P256), jwk("other", TestKeys.P256));
    provider.handle(
        exchange -> {
          asked.countDown();
          await(missed);
          TestServer.answer(exchange, 200, "application/json", before);
        });
    ExecutorService requests = Executors.newFixedThreadPool(2);
    try {
      Future<Authentication> stranger =
          requests.submit(() -> tokens.verify(token("invented", TestKeys.P256)));
      await(asked);
      provider.answerJson(TestJwks.set(jwk("b", next)));
      Future<Authentication> caller = requests.submit(() -> tokens.verify(token("b", next)));
      missed.countDown();
      accepted(caller.get());
      assertRejected(stranger.get(), "no configured key");
    } finally {
      requests.shutdownNow();
    }
  }

  @Test
  void strangersKeepABoundedNumberOfRequestsWaiting() throws Exception {
    provider.answerJson(TestJwks.set(jwk("a", TestKeys.P256)));
    accepted(tokens.verify(token("a", TestKeys.P256)));
    CountDownLatch turnedAway = new CountDownLatch(30);
    provider.handle(
        exchange -> {
          await(turnedAway);
          TestServer.answer(
              exchange, 200, "application/json", TestJwks.set(jwk("a", TestKeys.P256)));
        });
    AtomicInteger ids = new AtomicInteger();
    List<Authentication> answers =
        together(
            RefreshingKeys.MAX_WAITING + 30,
            () -> {
              Authentication answer =
                  tokens.verify(token("invented-" + ids.incrementAndGet(), TestKeys.P256));
              if (answer instanceof Authentication.Undecidable) {
                turnedAway.countDown();
              }
              return answer;
            });
    assertThat(answers)
        .filteredOn(answer -> answer instanceof Authentication.Undecidable)
        .hasSize(30);
  }

  @Test
  void aSetThatChangesWithEveryLookIsNotLookedAtWithoutEnd() {
    provider.handle(
        exchange ->
            TestServer.answer(
                exchange,
                200,
                "application/json",
                TestJwks.set(jwk("k" + provider.requests(), TestKeys.P256))));
    source.current();
    assertUndecidable(tokens.verify(token("invented", TestKeys.P256)));
    assertThat(provider.requests()).isEqualTo(4);
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
  void strangersWhoInventKeyIdsMakeNoValidTokenBeRefusedWhileKeysRotate() throws Exception {
    List<KeyPair> pairs = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      pairs.add(TestKeys.ec("secp256r1"));
    }
    AtomicInteger signing = new AtomicInteger();
    publish(pairs, 0);
    accepted(tokens.verify(token("0", pairs.get(0))));
    AtomicBoolean over = new AtomicBoolean();
    long start = System.nanoTime();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<Set<Integer>>> callers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        callers.add(
            threads.submit(
                () -> {
                  Set<Integer> acceptedWith = new HashSet<>();
                  while (!over.get()) {
                    int key = signing.get();
                    Authentication answer = tokens.verify(token("" + key, pairs.get(key)));
                    assertThat(answer).isNotInstanceOf(Authentication.Rejected.class);
                    if (answer instanceof Authentication.Accepted) {
                      acceptedWith.add(key);
                    }
                  }
                  return acceptedWith;
                }));
      }
      List<Future<Integer>> strangers = new ArrayList<>();
      for (int i = 0; i < RefreshingKeys.MAX_WAITING + 5; i++) {
        strangers.add(
            threads.submit(
                () -> {
                  int sent = 0;
                  for (; !over.get(); sent++) {
                    tokens.verify(token(UUID.randomUUID().toString(), TestKeys.P256));
                    Thread.sleep(20);
                  }
                  return sent;
                }));
      }
      // The last two at once. Each signs as soon as it is published, and the one before ends.
      for (int i = 1; i <= 4; i++) {
        Thread.sleep(i == 4 ? 50 : 1_000);
        publish(pairs, i);
        signing.set(i);
      }
      eventually(
          () ->
              tokens.verify(token("4", pairs.get(4))) instanceof Authentication.Accepted
                  && tokens.verify(token("0", pairs.get(0))) instanceof Authentication.Rejected);
      over.set(true);
      for (Future<Set<Integer>> caller : callers) {
        assertThat(caller.get()).contains(0, 1, 2);
      }
      int sent = 0;
      for (Future<Integer> stranger : strangers) {
        sent += stranger.get();
      }
      assertThat(sent).as("more than 50 a second").isGreaterThan(50 * 4);
    } finally {
      over.set(true);
      threads.shutdownNow();
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    assertThat(provider.requests()).isLessThanOrEqualTo(2 + (int) seconds);
  }

  private void publish(List<KeyPair> pairs, int last) {
    Map<String, String> newest = jwk("" + last, pairs.get(last));
    provider.answerJson(
        last == 0
            ? TestJwks.set(newest)
            : TestJwks.set(jwk("" + (last - 1), pairs.get(last - 1)), newest));
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
    assertThat(provider.requests()).isEqualTo(3);
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

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).as("it takes too long").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void sleep(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
