package dev.gatewright.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

class RotatingSecretTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final AtomicReference<SecretVersions> stored = new AtomicReference<>(versions("one"));
  private final AtomicReference<RuntimeException> outage = new AtomicReference<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(RotatingSecret.class);
  private final Secrets secrets =
      Secrets.builder(this::read)
          .refreshInterval(Duration.ofDays(1))
          .overlap(Duration.ofHours(1))
          .clock(now::get)
          .build();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void close() {
    logger.detachAppender(log);
    secrets.close();
  }

  private static SecretVersions versions(String... newestFirst) {
    SecretValue[] previous = new SecretValue[newestFirst.length - 1];
    for (int i = 1; i < newestFirst.length; i++) {
      previous[i - 1] = SecretValue.of("pepper", newestFirst[i]);
    }
    return SecretVersions.of(SecretValue.of("pepper", newestFirst[0]), previous);
  }

  private static List<String> texts(SecretVersions versions) {
    return versions.all().stream().map(SecretValue::text).toList();
  }

  private static List<String> strict(SecretVersions versions) {
    List<String> texts = texts(versions);
    if (texts.contains("garbage")) {
      throw new IllegalArgumentException("not a key: " + texts);
    }
    return texts;
  }

  private SecretVersions read(String name) {
    reads.incrementAndGet();
    RuntimeException failure = outage.get();
    if (failure != null) {
      throw failure;
    }
    return stored.get();
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private String logged() {
    return String.join("\n", log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
  }

  @Test
  void aMissingSecretIsAnErrorAtStart() {
    outage.set(new SecretUnavailableException("pepper", "is missing", "store it"));

    assertThatThrownBy(() -> secrets.rotating("pepper", RotatingSecretTest::texts))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessage("The secret 'pepper' is missing. Fix: store it.");
  }

  @Test
  void aValueThatNothingCanBeMadeOfIsAnErrorAtStart() {
    stored.set(versions("garbage"));

    assertThatThrownBy(() -> secrets.rotating("pepper", RotatingSecretTest::strict))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRotationIsServedWithTheVersionBeforeUntilTheOverlapIsOver() {
    RotatingSecret<List<String>> secret = secrets.rotating("pepper", RotatingSecretTest::texts);
    assertThat(secret.get()).containsExactly("one");

    stored.set(versions("two"));
    secret.refresh();
    assertThat(secret.get()).containsExactly("two", "one");

    pass(Duration.ofHours(1).minusNanos(1));
    assertThat(secret.get()).containsExactly("two", "one");

    pass(Duration.ofNanos(1));
    assertThat(secret.get()).as("withdrawn by the clock, nothing was read").containsExactly("two");
    assertThat(reads).hasValue(2);
  }

  @Test
  void theListenerIsToldWhatWasWithdrawn() {
    List<String> told = new ArrayList<>();
    RotatingSecret<List<String>> secret =
        secrets.rotating(
            "pepper",
            RotatingSecretTest::texts,
            (before, after, withdrawn) ->
                told.add(
                    before
                        + " "
                        + after
                        + " "
                        + withdrawn.stream().map(SecretValue::text).toList()));
    secret.refresh();
    stored.set(versions("two"));
    secret.refresh();
    pass(Duration.ofHours(1));
    secret.refresh();

    assertThat(told).containsExactly("[one] [two, one] []", "[two, one] [two] [one]");
  }

  @Test
  void aListenerThatFailsHarmsNobody() {
    RotatingSecret<List<String>> secret =
        secrets.rotating(
            "pepper",
            RotatingSecretTest::texts,
            (before, after, withdrawn) -> {
              throw new IllegalStateException("quotes two");
            });
    stored.set(versions("two"));
    secret.refresh();

    assertThat(secret.get()).containsExactly("two", "one");
    assertThat(logged()).contains("IllegalStateException").doesNotContain("quotes");
  }

  @Test
  void theSameValueIsServedUntilSomethingChanges() {
    RotatingSecret<List<String>> secret = secrets.rotating("pepper", RotatingSecretTest::texts);
    List<String> served = secret.get();
    secret.refresh();

    assertThat(secret.get()).isSameAs(served);
  }

  @Test
  void theLastGoodValueIsServedWhileTheSourceIsDown() {
    RotatingSecret<List<String>> secret = secrets.rotating("pepper", RotatingSecretTest::texts);
    outage.set(new SecretUnavailableException("pepper", "is out of reach", "start the vault"));
    secret.refresh();
    secret.refresh();

    assertThat(secret.get()).containsExactly("one");
    assertThat(secret.failures()).isEqualTo(2);
    assertThat(logged()).contains("'pepper' is out of reach", "last good value");

    outage.set(null);
    stored.set(versions("two"));
    secret.refresh();
    assertThat(secret.get()).containsExactly("two", "one");
    assertThat(secret.failures()).isEqualTo(2);
  }

  @Test
  void aVersionIsWithdrawnOnTimeWhileTheSourceIsDown() {
    List<SecretValue> told = new ArrayList<>();
    stored.set(versions("two", "one"));
    RotatingSecret<List<String>> secret =
        secrets.rotating(
            "pepper",
            RotatingSecretTest::texts,
            (before, after, withdrawn) -> told.addAll(withdrawn));
    outage.set(new SecretUnavailableException("pepper", "is out of reach", "start the vault"));
    pass(Duration.ofHours(1));
    secret.refresh();

    assertThat(told).containsExactly(SecretValue.of("pepper", "one"));
    assertThat(secret.get()).containsExactly("two");
  }

  @Test
  void aVersionThatNothingCanBeMadeOfLeavesTheLastGoodOneInPlaceAndIsNotLogged() {
    RotatingSecret<List<String>> secret = secrets.rotating("pepper", RotatingSecretTest::strict);
    stored.set(versions("garbage"));
    secret.refresh();

    assertThat(secret.get()).containsExactly("one");
    assertThat(secret.failures()).isEqualTo(1);
    assertThat(logged()).contains("IllegalArgumentException").doesNotContain("garbage");
    assertThat(log.list).allMatch(event -> event.getThrowableProxy() == null);

    stored.set(versions("two"));
    secret.refresh();
    assertThat(secret.get()).containsExactly("two", "one");
  }

  @Test
  void aSourceWithdrawsAtOnce() {
    stored.set(versions("two", "one"));
    RotatingSecret<List<String>> secret = secrets.rotating("pepper", RotatingSecretTest::texts);
    assertThat(secret.get()).containsExactly("two", "one");

    stored.set(new SecretVersions(SecretValue.of("pepper", "two"), List.of(), null, true));
    secret.refresh();
    assertThat(secret.get()).containsExactly("two");
  }

  @Test
  @Timeout(30)
  void tenThousandUnknownThingsCauseOneReadACoolDown() throws InterruptedException {
    RotatingSecret<List<String>> secret = secrets.rotating("pepper", RotatingSecretTest::texts);
    stored.set(versions("two"));
    CountDownLatch done = new CountDownLatch(4);
    for (int thread = 0; thread < 4; thread++) {
      new Thread(
              () -> {
                for (int i = 0; i < 2_500; i++) {
                  assertThat(secret.refreshed()).containsExactly("two", "one");
                }
                done.countDown();
              })
          .start();
    }
    done.await();
    assertThat(reads).hasValue(2);

    pass(Secrets.DEFAULT_COOL_DOWN);
    secret.refreshed();
    assertThat(reads).hasValue(3);
  }

  @Test
  void aClockThatWasPutBackDoesNotKeepARotationFromBeingSeen() {
    RotatingSecret<List<String>> secret = secrets.rotating("pepper", RotatingSecretTest::texts);
    secret.refreshed();
    pass(Duration.ofHours(-1));
    stored.set(versions("two"));
    assertThat(secret.refreshed()).containsExactly("two", "one");
  }

  @Test
  void askingForMoreDoesNotFailWhileTheSourceIsDown() {
    RotatingSecret<List<String>> secret = secrets.rotating("pepper", RotatingSecretTest::texts);
    outage.set(new IllegalStateException("quotes one"));

    assertThat(secret.refreshed()).containsExactly("one");
    assertThat(logged()).contains("IllegalStateException").doesNotContain("quotes");
  }

  @Test
  @Timeout(30)
  void aRotationArrivesByItselfAndNotAfterClosing() throws InterruptedException {
    Secrets background = Secrets.builder(this::read).refreshInterval(Duration.ofSeconds(1)).build();
    try {
      CountDownLatch changed = new CountDownLatch(1);
      RotatingSecret<List<String>> secret =
          background.rotating(
              "pepper",
              RotatingSecretTest::texts,
              (before, after, withdrawn) -> changed.countDown());
      outage.set(new IllegalStateException("for one interval"));
      Thread.sleep(1_200);
      outage.set(null);
      stored.set(versions("two"));

      assertThat(changed.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(secret.get()).containsExactly("two", "one");

      background.close();
      int before = reads.get();
      Thread.sleep(1_500);
      assertThat(reads).hasValue(before);
      assertThat(secret.get()).containsExactly("two", "one");
      assertThatThrownBy(() -> background.rotating("pepper", RotatingSecretTest::texts))
          .isInstanceOf(IllegalStateException.class);
    } finally {
      background.close();
    }
  }

  @Test
  @Timeout(30)
  void aWithdrawalIsNotLeftToTheNextRead() throws InterruptedException {
    try (Secrets background =
        Secrets.builder(this::read)
            .refreshInterval(Duration.ofDays(1))
            .overlap(Duration.ofMillis(300))
            .build()) {
      stored.set(versions("two", "one"));
      CountDownLatch withdrawn = new CountDownLatch(1);
      background.rotating(
          "pepper", RotatingSecretTest::texts, (before, after, gone) -> withdrawn.countDown());

      assertThat(withdrawn.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void anExecutorThatWasLentIsNotClosed() {
    ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    try {
      Secrets lent = Secrets.builder(this::read).executor(executor).build();
      lent.rotating("pepper", RotatingSecretTest::texts);
      lent.close();
      assertThat(executor.isShutdown()).isFalse();
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void anOptionOutOfBoundsIsNamed() {
    Secrets.Builder builder = Secrets.builder(this::read);

    assertThatThrownBy(() -> builder.refreshInterval(Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'refreshInterval'");
    assertThatThrownBy(() -> builder.overlap(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'overlap'");
  }
}
