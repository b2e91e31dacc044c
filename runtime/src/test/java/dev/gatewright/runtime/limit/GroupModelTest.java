package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.LimitKey;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Several limits decided together, against {@link ReferenceLimit}. */
class GroupModelTest {

  /**
   * Something that happens.
   *
   * @param kind 0 to 5: a call, 6: one that was granted is given back, of one limit
   * @param key number of the key that calls, of every limit but the global one
   */
  record Step(int kind, long waitNanos, int key, int chosen) {}

  private record Granted(LimitCharge charge, List<ReferenceLimit.Grant> grants) {}

  @Property(tries = 500)
  void aGroupGrantsWhatAllOfItsReferencesGrantAndChargesAllOrNone(
      @ForAll("groups") List<LimitPolicy> limits, @ForAll("schedules") List<Step> steps) {
    ManualClock clock = new ManualClock(-3);
    LimitGroup group =
        InProcessRateLimiter.builder().slotsPerLimit(8).nanoClock(clock).build().group(limits);
    List<ReferenceLimit> references = limits.stream().map(ReferenceLimit::of).toList();
    List<Granted> outstanding = new ArrayList<>();
    for (Step step : steps) {
      clock.advance(step.waitNanos());
      long now = clock.getAsLong() + 3;
      if (step.kind() < 6) {
        call(group, references, step.key(), now, outstanding);
      } else if (!outstanding.isEmpty()) {
        Granted one = outstanding.get(step.chosen() % outstanding.size());
        int limit = step.key() % limits.size();
        ReferenceLimit.Grant grant = one.grants().get(limit);
        one.charge().giveBack(limit);
        if (grant.time() >= 0) {
          references.get(limit).giveBack(grant, now);
          one.grants().set(limit, new ReferenceLimit.Grant(grant.key(), -1, BigInteger.ZERO));
        }
      }
    }
  }

  private static void call(
      LimitGroup group,
      List<ReferenceLimit> references,
      int caller,
      long now,
      List<Granted> outstanding) {
    LimitCharge charge = group.newCharge();
    List<String> keys = new ArrayList<>();
    for (LimitPolicy limit : group.limits()) {
      keys.add(limit.key() == LimitKey.GLOBAL ? "" : limit.key() + " " + caller);
      charge.key(keys.size() - 1, keys.get(keys.size() - 1));
    }
    boolean expected = true;
    for (int i = 0; i < keys.size(); i++) {
      expected &= references.get(i).wouldGrant(keys.get(i), now);
    }

    assertThat(charge.peek()).isEqualTo(expected);
    assertThat(charge.acquire()).isEqualTo(expected);

    List<ReferenceLimit.Grant> grants = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      boolean would = references.get(i).wouldGrant(keys.get(i), now);
      if (expected) {
        grants.add(references.get(i).grant(keys.get(i), now));
      }
      assertThat(charge.decision(i).granted()).isEqualTo(would);
      assertThat(charge.decision(i).remaining())
          .isEqualTo(references.get(i).available(keys.get(i), now));
    }
    if (expected) {
      outstanding.add(new Granted(charge, grants));
    }
  }

  @Provide
  static Arbitrary<List<LimitPolicy>> groups() {
    Arbitrary<LimitPolicy> limit =
        Combinators.combine(
                Arbitraries.of(Strategy.class),
                Arbitraries.of(LimitKey.CALLER, LimitKey.ADDRESS, LimitKey.GLOBAL),
                Arbitraries.longs().between(1, 9),
                Arbitraries.longs().between(1, 3),
                Arbitraries.of(1, 7, 60))
            .as(
                (strategy, key, permits, cost, seconds) ->
                    LimitPolicy.named("limit")
                        .permits(permits, Duration.ofSeconds(seconds))
                        .strategy(strategy)
                        .burst(strategy.isWindow() ? 0 : permits)
                        .cost(Math.min(cost, permits))
                        .key(key)
                        .build());
    return limit.list().ofMinSize(1).ofMaxSize(4).map(GroupModelTest::named);
  }

  @Provide
  static Arbitrary<List<Step>> schedules() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 6),
            Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs().between(0, 9_000_000_000L)),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 100))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(80);
  }

  /** Each with a name of its own, or they would share their counters. */
  private static List<LimitPolicy> named(List<LimitPolicy> limits) {
    List<LimitPolicy> named = new ArrayList<>();
    for (LimitPolicy limit : limits) {
      named.add(
          LimitPolicy.named("limit " + named.size())
              .permits(limit.permits(), limit.period())
              .strategy(limit.strategy())
              .burst(limit.strategy().isWindow() ? 0 : limit.burst())
              .cost(limit.cost())
              .key(limit.key())
              .build());
    }
    return named;
  }

  @Property(tries = 300)
  void aCreditLowersWhatIsOwedByThatMuchAndNeverBelowNothing(
      @ForAll Strategy strategy,
      @ForAll("numbers") int calls,
      @ForAll("numbers") int credited,
      @ForAll("numbers") int seconds) {
    ManualClock clock = new ManualClock();
    LimitPolicy limit = Limits.of(strategy, 20, Duration.ofSeconds(20));
    LimitCharge charge =
        InProcessRateLimiter.builder()
            .slotsPerLimit(8)
            .nanoClock(clock)
            .build()
            .group(List.of(limit))
            .newCharge();
    charge.key(0, "key");
    for (int i = 0; i < calls; i++) {
      charge.acquire();
    }
    clock.advance(Duration.ofSeconds(seconds));
    charge.peek();
    long left = charge.decision(0).remaining();

    charge.credit(0, credited);

    charge.peek();
    long now = charge.decision(0).remaining();
    if (strategy == Strategy.SLIDING_WINDOW) {
      // A permit of the previous window comes back at that window's weight, rounded down.
      assertThat(now).isBetween(left, Math.min(left + credited, 20));
    } else {
      assertThat(now).isEqualTo(Math.min(left + credited, 20));
    }
  }

  @Provide
  static Arbitrary<Integer> numbers() {
    return Arbitraries.integers().between(1, 30);
  }

  /** A leaky bucket that lets calls wait grants as many more as come while they may. */
  @Property(tries = 300)
  void aCallIsHeldUntilItsPermitsHaveComeAndNoLongerThanTheLongestWait(
      @ForAll("numbers") int permits,
      @ForAll("numbers") int longestWait,
      @ForAll("schedules") List<Step> steps) {
    ManualClock clock = new ManualClock();
    LimitPolicy limit =
        LimitPolicy.named("held")
            .permits(permits, Duration.ofSeconds(10))
            .strategy(Strategy.LEAKY_BUCKET)
            .maxWait(Duration.ofSeconds(longestWait))
            .build();
    LimitCharge charge =
        InProcessRateLimiter.builder()
            .slotsPerLimit(8)
            .nanoClock(clock)
            .build()
            .group(List.of(limit))
            .newCharge();
    charge.key(0, "key");
    long interval = (Duration.ofSeconds(10).toNanos() - 1) / permits + 1;
    long next = 0;
    for (Step step : steps) {
      clock.advance(step.waitNanos() / 10);
      long now = clock.getAsLong();
      long wait = Math.max(next - now, 0);
      boolean granted = wait <= limit.maxWait().toNanos();

      assertThat(charge.acquire()).isEqualTo(granted);

      LimitDecision decision = charge.decision(0);
      assertThat(decision.waitNanos()).isEqualTo(granted ? wait : 0);
      if (granted) {
        next = now + wait + interval; // Calls leave one interval apart.
      }
      assertThat(decision.retryAfterNanos())
          .isEqualTo(Math.max(next - now - limit.maxWait().toNanos(), 0));
    }
  }

  /** A limit that is asked twice says yes to both looks, and no to the second charge. */
  @Test
  void whatALimitOfAGroupTookIsGivenBackWhereALaterOneRefusesAllTheSame() {
    LimitPolicy plenty = Limits.of(Strategy.FIXED_WINDOW, 4, Duration.ofHours(1));
    LimitPolicy scarce = LimitPolicy.named("scarce").permits(1, Duration.ofHours(1)).build();
    LimitCharge charge =
        InProcessRateLimiter.builder()
            .slotsPerLimit(8)
            .nanoClock(new ManualClock())
            .build()
            .group(List.of(plenty, scarce, scarce))
            .newCharge();

    assertThat(charge.acquire()).isFalse();

    assertThat(charge.decision(0).remaining()).isEqualTo(4);
    assertThat(charge.decision(1).remaining()).isEqualTo(1);
    charge.peek();
    assertThat(charge.decision(0).remaining()).isEqualTo(4);
    assertThat(charge.decision(1).remaining()).isEqualTo(1);
  }

  /** Two threads' groups that meet in one limit: what one may not keep, the other may have. */
  @Test
  void underContentionNoLimitOfAGroupIsChargedForARefusedCall() throws Exception {
    Duration hour = Duration.ofHours(1);
    LimitPolicy mine = LimitPolicy.named("mine").permits(100_000, hour).build();
    LimitPolicy scarce =
        LimitPolicy.named("scarce")
            .permits(1_000, hour)
            .strategy(Strategy.FIXED_WINDOW)
            .key(LimitKey.GLOBAL)
            .build();
    LimitPolicy scarcer =
        LimitPolicy.named("scarcer")
            .permits(500, hour)
            .strategy(Strategy.FIXED_WINDOW)
            .key(LimitKey.GLOBAL)
            .build();
    InProcessRateLimiter limiter =
        InProcessRateLimiter.builder().nanoClock(new ManualClock()).build();
    LimitGroup group = limiter.group(List.of(mine, scarce, scarcer));
    AtomicLong granted = new AtomicLong();
    Threads.race(
        thread -> {
          LimitCharge charge = group.newCharge();
          charge.key(0, "key");
          for (int i = 0; i < 100; i++) {
            if (charge.acquire()) {
              granted.incrementAndGet();
            }
          }
        });

    LimitCharge charge = group.newCharge();
    charge.key(0, "key");
    assertThat(granted.get()).isEqualTo(500);
    assertThat(charge.acquire()).isFalse();
    assertThat(charge.decision(0).remaining()).isEqualTo(100_000 - 500);
    assertThat(charge.decision(1).remaining()).isEqualTo(1_000 - 500);
    assertThat(charge.decision(2).remaining()).isZero();
  }
}
