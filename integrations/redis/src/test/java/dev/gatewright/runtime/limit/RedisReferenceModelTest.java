package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.redis.ClockedRedis;
import dev.gatewright.runtime.limit.Schedules.Schedule;
import dev.gatewright.runtime.limit.Schedules.Step;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** In Redis every decision is what the reference says, which the in-process limiter is held to. */
@Domain(Schedules.class)
class RedisReferenceModelTest {
  private static ClockedRedis redis;

  private record Outstanding(LimitCharge charge, ReferenceLimit.Grant grant) {}

  @BeforeContainer
  static void start() {
    redis = new ClockedRedis();
  }

  @AfterContainer
  static void stop() {
    redis.close();
  }

  @Property(tries = 300)
  void everyDecisionInRedisIsThatOfTheReference(@ForAll Schedule schedule) {
    Assume.that(schedule.limit().period().toNanos() % 1_000 == 0);
    redis.startAnew();
    LimitGroup group = redis.group(schedule.limit());
    ReferenceLimit reference = ReferenceLimit.of(schedule.limit());
    List<Outstanding> outstanding = new ArrayList<>();
    for (Step step : schedule.steps()) {
      redis.advance(step.waitNanos() / 1_000);
      long now = redis.micros() * 1_000;
      if (step.giveBack() < 0) {
        String key = "key " + step.key() % 8;
        LimitCharge charge = ClockedRedis.call(group, key);
        assertThat(charge.decision(0)).isEqualTo(inMicros(reference.acquire(key, now)));
        if (charge.decision(0).granted()) {
          outstanding.add(new Outstanding(charge, reference.last()));
        }
      } else if (!outstanding.isEmpty()) {
        Outstanding back = outstanding.remove(step.giveBack() % outstanding.size());
        back.charge().giveBack(0);
        reference.giveBack(back.grant(), now);
      }
    }
  }

  /** Two with the same numbers, so that both say what one alone would. */
  @Property(tries = 150)
  void limitsThatAreDecidedTogetherSayWhatTheReferenceSays(@ForAll Schedule schedule) {
    Assume.that(schedule.limit().period().toNanos() % 1_000 == 0);
    redis.startAnew();
    LimitGroup group = redis.group(schedule.limit(), schedule.limit().within("another"));
    ReferenceLimit reference = ReferenceLimit.of(schedule.limit());
    for (Step step : schedule.steps()) {
      redis.advance(step.waitNanos() / 1_000);
      String key = "key " + step.key() % 4;
      LimitCharge charge = group.newCharge();
      charge.key(0, key);
      charge.key(1, key);
      LimitDecision expected = inMicros(reference.acquire(key, redis.micros() * 1_000));
      assertThat(charge.acquire()).isEqualTo(expected.granted());
      assertThat(charge.decision(0)).isEqualTo(expected);
      assertThat(charge.decision(1).remaining()).isEqualTo(expected.remaining());
      assertThat(charge.decision(1).retryAfterNanos()).isEqualTo(expected.retryAfterNanos());
    }
  }

  /** Calls, what they give back, and what challenges pay, against the limiter in process. */
  @Property(tries = 200)
  void whatIsGivenBackOrPaidLeavesAsMuchAsInProcess(@ForAll Schedule schedule) {
    Assume.that(schedule.limit().period().toNanos() % 1_000 == 0);
    redis.startAnew();
    List<LimitGroup> groups =
        List.of(
            redis.group(schedule.limit()),
            InProcessRateLimiter.builder()
                .nanoClock(() -> redis.micros() * 1_000)
                .build()
                .group(List.of(schedule.limit())));
    List<List<LimitCharge>> outstanding = new ArrayList<>();
    for (Step step : schedule.steps()) {
      redis.advance(step.waitNanos() / 1_000);
      String key = "key " + step.key() % 3;
      List<LimitCharge> both = groups.stream().map(group -> keyed(group, key)).toList();
      if (step.giveBack() < 0) {
        both.forEach(LimitCharge::acquire);
        if (both.get(0).decision(0).granted()) {
          outstanding.add(both);
        }
      } else if (step.giveBack() % 2 == 0) {
        both.forEach(charge -> charge.credit(0, 1 + step.giveBack() % 7));
      } else if (!outstanding.isEmpty()) {
        outstanding
            .remove(step.giveBack() % outstanding.size())
            .forEach(charge -> charge.giveBack(0));
      }
      List<LimitCharge> after = groups.stream().map(group -> keyed(group, key)).toList();
      after.forEach(LimitCharge::peek);
      assertThat(after.get(0).decision(0)).isEqualTo(inMicros(after.get(1).decision(0)));
    }
  }

  private static LimitCharge keyed(LimitGroup group, String key) {
    LimitCharge charge = group.newCharge();
    charge.key(0, key);
    return charge;
  }

  /** Two tiers of different limits, against the same limits asked one tier after the other. */
  @Property(tries = 150)
  void tiersAskedTogetherSayWhatTheySayOneAfterTheOther(
      @ForAll Schedule schedule, @ForAll Schedule other) {
    Assume.that(schedule.limit().period().toNanos() % 1_000 == 0);
    Assume.that(other.limit().period().toNanos() % 1_000 == 0);
    redis.startAnew();
    LimitPolicy one = schedule.limit();
    LimitPolicy two = other.limit().within("another");
    LimitPolicy three = other.limit().within("third");
    LimitGroup first = redis.group(one);
    LimitGroup next = redis.group(two, three);
    LimitGroup twinOfFirst = redis.group(one.within("twin"));
    LimitGroup twinOfNext = redis.group(two.within("twin of another"), three.within("of third"));
    assertThat(first.isAskedTogetherWith(next)).isTrue();
    for (Step step : schedule.steps()) {
      redis.advance(step.waitNanos() / 1_000);
      LimitCharge charge = charge(first, step);
      LimitCharge then = charge(next, step);
      LimitCharge twin = charge(twinOfFirst, step);
      LimitCharge twinThen = charge(twinOfNext, step);
      int expected = !twin.acquire() ? 0 : twinThen.acquire() ? 2 : 1;
      assertThat(charge.acquireThen(then)).isEqualTo(expected);
      assertSame(charge.decision(0), twin.decision(0));
      if (expected > 0) {
        assertSame(then.decision(0), twinThen.decision(0));
        assertSame(then.decision(1), twinThen.decision(1));
      }
    }
  }

  private static LimitCharge charge(LimitGroup group, Step step) {
    LimitCharge charge = group.newCharge();
    for (int i = 0; i < group.limits().size(); i++) {
      charge.key(i, "key " + (step.key() + i) % 4);
    }
    return charge;
  }

  private static void assertSame(LimitDecision decision, LimitDecision twin) {
    assertThat(decision.granted()).isEqualTo(twin.granted());
    assertThat(decision.remaining()).isEqualTo(twin.remaining());
    assertThat(decision.resetNanos()).isEqualTo(twin.resetNanos());
    assertThat(decision.retryAfterNanos()).isEqualTo(twin.retryAfterNanos());
  }

  /** The wait that a refusal states is enough, and a microsecond less is not. */
  @Property(tries = 100)
  void aCallThatRedisRefusedIsGrantedAfterItsWaitAndNotBefore(@ForAll Schedule schedule) {
    Assume.that(schedule.limit().period().toNanos() % 1_000 == 0);
    redis.startAnew();
    LimitGroup group = redis.group(schedule.limit());
    for (Step step : schedule.steps()) {
      redis.advance(step.waitNanos() / 1_000);
      LimitDecision decision = ClockedRedis.call(group, "key").decision(0);
      if (!decision.granted()) {
        redis.advance(decision.retryAfterNanos() / 1_000 - 1);
        assertThat(ClockedRedis.call(group, "key").decision(0).granted()).isFalse();
        redis.advance(1);
        assertThat(ClockedRedis.call(group, "key").decision(0).granted()).isTrue();
      }
    }
  }

  /** Redis tells the time in microseconds; nothing is granted before its time. */
  private static LimitDecision inMicros(LimitDecision decision) {
    return new LimitDecision(
        decision.limit(),
        decision.granted(),
        decision.remaining(),
        roundedUp(decision.resetNanos()),
        roundedUp(decision.retryAfterNanos()),
        roundedUp(decision.waitNanos()));
  }

  private static long roundedUp(long nanos) {
    return -Math.floorDiv(-nanos, 1_000) * 1_000;
  }
}
