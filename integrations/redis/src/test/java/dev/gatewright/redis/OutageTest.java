package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.OnOutage;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.policy.LimitPolicy;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class OutageTest {
  private static final Duration DEADLINE = Duration.ofMillis(20);

  /** What a busy test machine adds to a deadline. */
  private static final long SLACK_MILLIS = 500;

  @Test
  void aLimitThatDeniesIsUndecidableWhileRedisIsKilledAndHoldsAgainAfterwards() {
    Told told = new Told();
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection connection = connection(redis.uri(), told)) {
      RedisRateLimiter limiter = RedisRateLimiter.on(connection).build();
      LimitCharge charge = call(limiter, limit("l", 100_000, OnOutage.DENY));
      await(charge::acquire);
      redis.kill();
      for (int i = 0; i < 50; i++) {
        long began = System.nanoTime();
        assertThatThrownBy(charge::acquire).isInstanceOf(RedisUnavailableException.class);
        assertThat(millisSince(began)).isLessThan(DEADLINE.toMillis() + SLACK_MILLIS);
      }
      assertThat(connection.isAvailable()).isFalse();
      assertThat(limiter.deniedCalls()).isGreaterThanOrEqualTo(50);
      assertThat(told.unavailable).hasValue(1);
      redis.startAgain();
      long recovery = await(charge::acquire);
      System.out.printf("Redis killed and started again: answers after %d ms%n", recovery);
      awaitTrue(() -> told.outages.size() == 1);
    }
  }

  @Test
  void aLimitThatMayBeDecidedInProcessIsByTheInstancesShare() {
    Told told = new Told();
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection connection = connection(redis.uri(), told)) {
      RedisRateLimiter limiter = RedisRateLimiter.on(connection).instances(4).build();
      LimitCharge charge = call(limiter, limit("l", 100, OnOutage.IN_PROCESS));
      redis.kill();
      int granted = 0;
      for (int i = 0; i < 200; i++) {
        granted += charge.acquire() ? 1 : 0;
      }
      assertThat(granted).as("a fourth of 100").isEqualTo(25);
      assertThat(charge.decision(0).limit().permits()).isEqualTo(25);
      assertThat(limiter.callsDecidedInProcess()).isEqualTo(200);
      assertThat(told.inProcess).hasValue(200);
      assertThat(limiter.deniedCalls()).isZero();
    }
  }

  @Test
  void oneLimitThatDeniesDeniesForAllThatAreDecidedWithIt() {
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection connection = connection(redis.uri(), new Told())) {
      RedisRateLimiter limiter = RedisRateLimiter.on(connection).build();
      LimitCharge charge =
          call(limiter, limit("a", 100, OnOutage.IN_PROCESS), limit("b", 100, OnOutage.DENY));
      redis.kill();
      assertThatThrownBy(charge::acquire).isInstanceOf(RedisUnavailableException.class);
      assertThatThrownBy(charge::peek).isInstanceOf(RedisUnavailableException.class);
    }
  }

  @Test
  void ofTiersAskedTogetherEachIsDecidedAsItSays() {
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection connection = connection(redis.uri(), new Told())) {
      RedisRateLimiter limiter = RedisRateLimiter.on(connection).build();
      LimitPolicy first = limit("first", 3, OnOutage.IN_PROCESS);
      LimitCharge denied = call(limiter, limit("denied", 100, OnOutage.DENY));
      LimitCharge next = call(limiter, limit("next", 2, OnOutage.IN_PROCESS));
      redis.kill();
      assertThatThrownBy(() -> denied.acquireThen(next))
          .isInstanceOf(RedisUnavailableException.class);
      assertThatThrownBy(() -> call(limiter, first).acquireThen(denied))
          .isInstanceOf(RedisUnavailableException.class);
      assertThat(call(limiter, first).acquireThen(next)).isEqualTo(2);
      assertThat(call(limiter, first).acquireThen(next)).isEqualTo(2);
      assertThat(call(limiter, first).acquireThen(next)).as("the first has none left").isZero();
      assertThat(next.acquire()).isFalse();
      assertThat(limiter.deniedCalls()).isEqualTo(2);
    }
  }

  @Test
  void aFrozenRedisHoldsNobodyLongerThanTheDeadlineAndIsAskedLittle() throws Exception {
    Told told = new Told();
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection connection = connection(redis.uri(), told)) {
      RedisRateLimiter limiter = RedisRateLimiter.on(connection).build();
      LimitCharge charge = call(limiter, limit("l", 100_000, OnOutage.DENY));
      await(charge::acquire);
      redis.freeze();
      for (int i = 0; i < 40; i++) {
        long began = System.nanoTime();
        assertThatThrownBy(charge::acquire).isInstanceOf(RedisUnavailableException.class);
        assertThat(millisSince(began)).isLessThan(DEADLINE.toMillis() + SLACK_MILLIS);
      }
      assertThat(connection.isAvailable()).isFalse();
      // Whoever waits for the deadline has asked; all others are told at once.
      AtomicInteger waited = new AtomicInteger();
      long began = System.nanoTime();
      Threads.race(
          16,
          thread -> {
            LimitCharge one = call(limiter, limit("l", 100_000, OnOutage.DENY));
            while (millisSince(began) < 1_000) {
              long asked = System.nanoTime();
              assertThatThrownBy(one::acquire).isInstanceOf(RedisUnavailableException.class);
              if (System.nanoTime() - asked >= DEADLINE.toNanos()) {
                waited.incrementAndGet();
              }
              RedisProcess.pause(1);
            }
          });
      assertThat(waited.get()).as("probes in a second, and stolen processor time").isLessThan(60);
      redis.goOn();
      long recovery = await(charge::acquire);
      System.out.printf("Redis frozen and gone on: answers after %d ms%n", recovery);
      awaitTrue(() -> told.outages.size() == 1);
    }
  }

  @Test
  void aPausedRedisIsAnOutageToo() {
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection connection = connection(redis.uri(), new Told())) {
      RedisRateLimiter limiter = RedisRateLimiter.on(connection).build();
      LimitCharge charge = call(limiter, limit("l", 100_000, OnOutage.DENY));
      await(charge::acquire);
      redis.run(commands -> commands.clientPause(400));
      assertThatThrownBy(charge::acquire).isInstanceOf(RedisUnavailableException.class);
      assertThat(await(charge::acquire)).isGreaterThan(100);
    }
  }

  @Test
  void afterTheBreakerOpenedExactlyOneOfManyAsksAgain() throws Exception {
    Breaker breaker = new Breaker(new RedisListener() {});
    for (int i = 0; i < 20; i++) {
      breaker.permits();
      breaker.failed(System.nanoTime(), new IllegalStateException("down"));
    }
    assertThat(breaker.permits()).isFalse();
    RedisProcess.pause(300);
    AtomicInteger asking = new AtomicInteger();
    Threads.race(
        64,
        thread -> {
          for (int i = 0; i < 100; i++) {
            if (breaker.permits()) {
              asking.incrementAndGet();
            }
          }
        });
    assertThat(asking).hasValue(1);
    breaker.answered(System.nanoTime());
    assertThat(breaker.isClosed()).isTrue();
  }

  @Test
  void anApplicationStartsWithoutRedisAndFindsItLater() {
    int port = RedisProcess.freePort();
    try (RedisConnection connection = connection(RedisURI.create("127.0.0.1", port), new Told())) {
      RedisRateLimiter limiter = RedisRateLimiter.on(connection).build();
      LimitCharge denied = call(limiter, limit("a", 100, OnOutage.DENY));
      LimitCharge inProcess = call(limiter, limit("b", 100, OnOutage.IN_PROCESS));
      assertThatThrownBy(denied::acquire).isInstanceOf(RedisUnavailableException.class);
      assertThat(inProcess.acquire()).isTrue();
      try (RedisProcess redis = RedisProcess.startOn(port)) {
        await(denied::acquire);
        assertThat(redis.keys()).isNotEmpty();
      }
    }
  }

  @Test
  void whatWasTakenInProcessIsGivenBackInProcess() {
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection connection = connection(redis.uri(), new Told())) {
      RedisRateLimiter limiter = RedisRateLimiter.on(connection).build();
      LimitCharge charge = call(limiter, limit("l", 1, OnOutage.IN_PROCESS));
      redis.kill();
      assertThat(charge.acquire()).isTrue();
      assertThat(charge.peek()).isFalse();
      LimitCharge second = call(limiter, limit("l", 1, OnOutage.IN_PROCESS));
      assertThat(second.acquire()).isFalse();
      second.credit(0, 1);
      assertThat(second.acquire()).isTrue();
      second.giveBack(0);
      assertThat(charge.acquire()).isTrue();
    }
  }

  private static RedisConnection connection(RedisURI uri, RedisListener listener) {
    return RedisConnection.to(uri)
        .fingerprintSecret(Connections.SECRET)
        .commandDeadline(DEADLINE)
        .listener(listener)
        .connect();
  }

  static LimitPolicy limit(String name, long permits, OnOutage onOutage) {
    return LimitPolicy.named(name)
        .permits(permits, Duration.ofDays(366))
        .onOutage(onOutage)
        .build();
  }

  static LimitCharge call(RedisRateLimiter limiter, LimitPolicy... limits) {
    LimitCharge charge = limiter.group(List.of(limits)).newCharge();
    for (int i = 0; i < limits.length; i++) {
      charge.key(i, "alice");
    }
    return charge;
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }

  /** Milliseconds until something succeeds that may throw until then. */
  static long await(BooleanSupplier call) {
    long began = System.nanoTime();
    while (true) {
      try {
        if (call.getAsBoolean()) {
          return millisSince(began);
        }
      } catch (RedisUnavailableException e) {
        if (millisSince(began) > 15_000) {
          throw e;
        }
      }
      RedisProcess.pause(5);
    }
  }

  private static void awaitTrue(BooleanSupplier condition) {
    long began = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(millisSince(began)).isLessThan(15_000);
      RedisProcess.pause(5);
    }
  }

  /** Collects what a listener is told. */
  private static final class Told implements RedisListener {
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicInteger inProcess = new AtomicInteger();
    private final List<Duration> outages = new CopyOnWriteArrayList<>();

    @Override
    public void unavailable(String reason) {
      unavailable.incrementAndGet();
    }

    @Override
    public void available(Duration outage) {
      outages.add(outage);
    }

    @Override
    public void decidedInProcess(List<LimitPolicy> limits, boolean granted) {
      inProcess.incrementAndGet();
    }
  }
}
