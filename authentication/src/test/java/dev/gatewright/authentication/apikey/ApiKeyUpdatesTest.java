package dev.gatewright.authentication.apikey;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.ForwardingApiKeys;
import dev.gatewright.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ApiKeyUpdatesTest {
  private static final FakeExchange REQUEST = FakeExchange.from("203.0.113.7");

  private final AtomicReference<Instant> now = new AtomicReference<>(Tokens.NOW);
  private final ApiKeyHasher hasher = new ApiKeyHasher(new byte[32]);
  private final InProcessApiKeys keys = new InProcessApiKeys(100_000);
  private final TestKeyMint.Minted minted = mint();

  private TestKeyMint.Minted mint() {
    TestKeyMint.Minted key = new TestKeyMint(hasher).mint("p", Set.of(), Set.of(), null);
    keys.insert(key.key());
    return key;
  }

  private ApiKeyAuthenticator authenticator(ApiKeyUpdates updates) {
    return ApiKeyAuthenticator.builder(keys, hasher).clock(now::get).updates(updates).build();
  }

  @Test
  void theUseOfAKeyIsWrittenOnceAMinute() {
    List<Instant> written = new CopyOnWriteArrayList<>();
    ApiKeyUpdates updates =
        new ApiKeyUpdates(
            new ForwardingApiKeys(keys) {
              @Override
              public void recordUse(String id, Instant instant) {
                written.add(instant);
                super.recordUse(id, instant);
              }
            });
    ApiKeyAuthenticator authenticator = authenticator(updates);
    for (int second = 0; second < 150; second++) {
      now.set(Tokens.NOW.plusSeconds(second));
      accepted(authenticator.authenticate(minted.text(), REQUEST));
    }
    updates.close();
    assertThat(written)
        .containsExactly(Tokens.NOW, Tokens.NOW.plusSeconds(60), Tokens.NOW.plusSeconds(120));
    assertThat(keys.findById(minted.key().id()).orElseThrow().lastUsedAt())
        .isEqualTo(Tokens.NOW.plusSeconds(120));
  }

  @Test
  void aStoreThatFailsFailsNoRequest() {
    ApiKeyUpdates updates =
        new ApiKeyUpdates(
            new ForwardingApiKeys(keys) {
              @Override
              public void recordUse(String id, Instant instant) {
                throw new IllegalStateException("password=hunter2");
              }
            });
    accepted(authenticator(updates).authenticate(minted.text(), REQUEST));
    updates.close();
    assertThat(updates.failures()).isEqualTo(1);
    accepted(authenticator(updates).authenticate(mint().text(), REQUEST));
  }

  @Test
  void aStoreThatHangsHoldsNoRequestUpAndFillsNoMemory() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    AtomicInteger writings = new AtomicInteger();
    ApiKeyUpdates updates =
        new ApiKeyUpdates(
            new ForwardingApiKeys(keys) {
              @Override
              public void recordUse(String id, Instant instant) {
                writings.incrementAndGet();
                started.countDown();
                try {
                  released.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }
            });
    ApiKeyAuthenticator authenticator = authenticator(updates);
    accepted(authenticator.authenticate(minted.text(), REQUEST));
    assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < 3_000; i++) {
      accepted(authenticator.authenticate(mint().text(), REQUEST));
    }
    released.countDown();
    updates.close();
    assertThat(writings).hasValue(1 + ApiKeyUpdates.MAX_WAITING);
  }

  @Test
  void anIntervalHasBounds() {
    for (Duration interval : List.of(Duration.ofMillis(999), Duration.ofDays(2))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ApiKeyUpdates(keys, interval))
          .withMessageContaining("'interval'");
    }
  }
}
