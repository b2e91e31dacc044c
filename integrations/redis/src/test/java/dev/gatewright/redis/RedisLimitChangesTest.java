package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.gatewright.runtime.limit.EffectiveLimits;
import dev.gatewright.runtime.limit.LimitChange;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitNotSharedException;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Instances that learn of each other's changes by a real Redis. */
class RedisLimitChangesTest {
  private static final String KEY = "gatewright:{limits}:changes";

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.gatewright.runtime.limit");
  private RedisProcess redis;
  private Instance one;
  private Instance other;

  @BeforeEach
  void start() {
    logged.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(logged);
    redis = RedisProcess.start("--appendonly", "yes", "--appendfsync", "always");
    one = new Instance(redis, 10);
    other = new Instance(redis, 10);
  }

  @AfterEach
  void stop() {
    one.close();
    other.close();
    redis.close();
    logger.detachAppender(logged);
    logger.setLevel(null);
  }

  @Test
  void aChangeReachesAnotherInstanceAndItsCounters() {
    LimitCharge charge = other.limits.group(List.of(limit(10))).newCharge();
    charge.key(0, "alice");

    one.change(1);

    other.await(1);
    assertThat(charge.acquire()).isTrue();
    assertThat(charge.acquire()).isFalse();
    assertThat(other.events).containsExactly("10 to 1");
    assertThat(redis.keys()).contains(KEY).allMatch(key -> key.startsWith("gatewright:{limits}:"));
  }

  @Test
  void whoStartsLaterHasTheChangeBeforeTheFirstCall() {
    one.change(5);

    try (Instance late = new Instance(redis, 10)) {
      assertThat(late.permits()).isEqualTo(5);
      assertThat(late.events).containsExactly("10 to 5");
    }
  }

  @Test
  void ofOperatorsWhoChangeTheSameLimitTheLastIsObeyedEverywhere() {
    one.change(5);
    other.change(7);

    one.await(7);
    assertThat(other.permits()).isEqualTo(7);
  }

  @Test
  void whatIsWithdrawnAtOneInstanceIsAtAll() {
    one.change(5);
    other.await(5);

    other.limits.withdraw("l");

    assertThat(other.permits()).isEqualTo(10);
    one.await(10);
    assertThat(redis.<Long>run(commands -> commands.exists(KEY))).isZero();
  }

  @Test
  void aRedisThatIsKilledChangesNothingAndGoesOnWithWhatItKept() {
    one.change(5);
    other.await(5);

    redis.kill();

    assertThatThrownBy(() -> one.change(4))
        .isInstanceOf(LimitNotSharedException.class)
        .hasMessageContaining("Fix:");
    assertThatThrownBy(() -> one.limits.refresh()).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> other.limits.refresh()).isInstanceOf(RuntimeException.class);
    assertThat(one.permits()).isEqualTo(5);
    assertThat(other.permits()).isEqualTo(5);

    redis.startAgain();
    awaitTrue(() -> one.refreshes() && other.refreshes());

    assertThat(one.events).containsExactly("10 to 5");
    assertThat(other.events).containsExactly("10 to 5");
    one.change(3);
    other.await(3);
  }

  @Test
  void whoStartsWithoutRedisHasTheChangeWhenItIsBack() {
    one.change(5);
    redis.kill();
    try (Instance late = new Instance(redis, 10)) {
      assertThat(late.permits()).isEqualTo(10);

      redis.startAgain();

      late.await(5);
    }
  }

  @Test
  void garbageChangesNothingAndIsLoggedOnce() {
    one.change(5);
    other.await(5);
    redis.run(commands -> commands.hset(KEY, limit(10).id(), "{}".repeat(100_000)));
    for (int i = 0; i < 3; i++) {
      one.limits.refresh();
      other.limits.refresh();
    }

    assertThat(loggedTimes("is ignored: it cannot be read")).as("once each").isEqualTo(2);
    assertThat(one.permits()).isEqualTo(5);
    assertThat(other.permits()).isEqualTo(5);
    one.change(4);
    other.await(4);
  }

  @Test
  void aKeyOfAnotherKindIsAnOutageOfChangesOnly() {
    redis.run(commands -> commands.set(KEY, "text"));

    for (int i = 0; i < 30; i++) {
      assertThatThrownBy(() -> one.change(5))
          .isInstanceOf(LimitNotSharedException.class)
          .hasMessageContaining("WRONGTYPE");
    }

    assertThat(one.permits()).isEqualTo(10);
    assertThat(one.connection.isAvailable()).isTrue();
  }

  @Test
  void aChangeOfOtherNumbersIsForOthers() {
    one.change(5);

    try (Instance newer = new Instance(redis, 20)) {
      assertThat(newer.permits()).isEqualTo(20);
      assertThat(loggedTimes("have other numbers than here")).isEqualTo(1);
      other.await(5);

      newer.change(6);
      one.limits.refresh();
      other.limits.refresh();
      assertThat(loggedTimes("have other numbers than here")).isEqualTo(3);
      assertThat(one.permits()).isEqualTo(5);
      assertThat(other.permits()).isEqualTo(5);
    }
  }

  private long loggedTimes(String text) {
    synchronized (logged) {
      return logged.list.stream()
          .filter(event -> event.getFormattedMessage().contains(text))
          .count();
    }
  }

  private static void awaitTrue(BooleanSupplier condition) {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the time it took").isLessThan(deadline);
      RedisProcess.pause(10);
    }
  }

  private static LimitPolicy limit(long permits) {
    return LimitPolicy.named("l").permits(permits, Duration.ofHours(1)).build();
  }

  /** What one process of an application has. */
  private static final class Instance implements AutoCloseable {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final RedisConnection connection;
    private final EffectiveLimits limits;

    Instance(RedisProcess redis, long permits) {
      connection = Connections.patient(redis);
      limits =
          new EffectiveLimits(
              RedisRateLimiter.on(connection).build(),
              Map.of(),
              new RedisLimitChanges(connection),
              (before, after) -> events.add(before.permits() + " to " + after.permits()));
      limits.group(List.of(limit(permits)));
      refreshes();
    }

    void change(long permits) {
      limits.change("l", new LimitChange(permits, null, null));
    }

    long permits() {
      return limits.limits().get(0).permits();
    }

    /** Takes over what others changed; tells whether that could be asked for. */
    boolean refreshes() {
      try {
        limits.refresh();
        return true;
      } catch (RuntimeException unreachable) {
        return false;
      }
    }

    void await(long permits) {
      awaitTrue(() -> refreshes() && permits() == permits);
    }

    @Override
    public void close() {
      connection.close();
    }
  }
}
