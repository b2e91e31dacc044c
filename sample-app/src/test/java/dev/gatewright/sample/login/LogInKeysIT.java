package dev.gatewright.sample.login;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.issuing.TokenIssuer;
import dev.gatewright.issuing.TokenRequest;
import dev.gatewright.sample.Bank;
import dev.gatewright.sample.BankTest;
import dev.gatewright.sample.demo.DemoSecrets;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The bank's own signing key is replaced while it runs. */
@BankTest
@TestPropertySource(properties = "gatewright.secrets.refresh-interval=1s")
class LogInKeysIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int CALLERS = 4;

  @Autowired private Bank bank;
  @Autowired private TokenIssuer issuer;
  @Autowired private LogInKeys keys;
  @Autowired private DemoSecrets secrets;

  private String newToken(int caller) {
    return issuer.issue(TokenRequest.of("caller-" + caller)).value();
  }

  private HttpResponse<String> use(String token) {
    return bank.get("/secure-data", "Authorization", "Bearer " + token);
  }

  private void awaitAnotherKeyThan(String keyId) throws InterruptedException {
    Instant giveUp = Instant.now().plus(PATIENCE);
    while (keyId.equals(keys.get().keyId()) && Instant.now().isBefore(giveUp)) {
      Thread.sleep(20);
    }
    assertThat(keys.get().keyId()).isNotEqualTo(keyId);
  }

  @Test
  void keysAreReplacedUnderLoadWithoutOneFalseRefusal() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    List<Future<List<Integer>>> callers = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      int number = caller;
      callers.add(threads.submit(() -> statuses(number, done)));
    }
    try {
      for (int i = 0; i < 3; i++) {
        String before = String.valueOf(keys.get().keyId());
        secrets.rotateSigningKey();
        awaitAnotherKeyThan(before);
      }
      done.set(true);
      for (Future<List<Integer>> caller : callers) {
        assertThat(caller.get()).hasSizeGreaterThan(10).containsOnly(200);
      }
    } finally {
      done.set(true);
      threads.shutdown();
    }
  }

  private List<Integer> statuses(int caller, AtomicBoolean done) throws InterruptedException {
    List<Integer> statuses = new ArrayList<>();
    String kept = newToken(caller);
    for (int i = 0; !done.get(); i++) {
      // Each call by somebody else, as there is a limit for each.
      statuses.add(use(newToken(caller * 100_000 + i)).statusCode());
      if (i % 10 == 0 && i < 500) {
        statuses.add(use(kept).statusCode());
      }
      Thread.sleep(10);
    }
    return statuses;
  }

  @Test
  void aReplacedKeyVerifiesUntilItIsWithdrawn() throws Exception {
    String old = newToken(-1);
    String before = String.valueOf(keys.get().keyId());
    secrets.rotateSigningKey();
    awaitAnotherKeyThan(before);
    assertThat(use(old).statusCode()).isEqualTo(200);
    assertThat(use(newToken(-2)).statusCode()).isEqualTo(200);

    secrets.withdrawReplacedKeys();
    Instant giveUp = Instant.now().plus(PATIENCE);
    while (keys.current().toString().contains(before) && Instant.now().isBefore(giveUp)) {
      Thread.sleep(20);
    }
    assertRefused(use(old), 401);
    assertThat(use(newToken(-2)).statusCode()).isEqualTo(200);
  }
}
