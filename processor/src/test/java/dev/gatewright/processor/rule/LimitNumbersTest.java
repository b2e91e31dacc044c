package dev.gatewright.processor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.OnOutage;
import dev.gatewright.Strategy;
import dev.gatewright.limit.LimitDefinition;
import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.LimitSpec;
import dev.gatewright.processor.model.Located;
import dev.gatewright.processor.model.Origin;
import dev.gatewright.processor.model.SourceSpot;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;

/** The compiler refuses exactly the limits with which an application would not start. */
class LimitNumbersTest {
  private static final SourceSpot SPOT = () -> "Orders.list()";
  private static final long LONGEST = 366L * 24 * 60 * 60 * 1_000;

  private static LimitDefinition limit(
      Strategy strategy, LimitKey key, long periodMillis, long permits, long burst, long cost) {
    return LimitDefinition.of(strategy, key)
        .permits(permits, Duration.ofMillis(periodMillis))
        .burst(burst)
        .cost(cost)
        .build();
  }

  private static boolean compiles(LimitDefinition limit) {
    return LimitNumbers.check(spec(limit)).isEmpty();
  }

  private static LimitSpec spec(LimitDefinition limit) {
    Origin origin =
        new Origin(
            Origin.Level.METHOD, new ClassReference("shop", List.of("Orders")), false, Set.of());
    return new LimitSpec(
        at(limit.permits()),
        at(limit.period().toMillis() + "ms"),
        at(limit.strategy()),
        at(limit.key()),
        at(limit.burst()),
        at(limit.cost()),
        at(limit.counted()),
        at(limit.maxWait().isZero() ? "" : limit.maxWait().toMillis() + "ms"),
        at(OnLimit.REFUSE),
        at(OnOutage.DENY),
        null,
        null,
        at(""),
        at(""),
        origin,
        SPOT);
  }

  private static <T> Located<T> at(T value) {
    return new Located<>(value, SPOT);
  }

  /** As a generated guard builds it, and the gate makes it ready. */
  private static boolean starts(LimitDefinition limit) {
    try {
      LimitPolicy policy =
          LimitPolicy.named("list")
              .permits(limit.permits(), limit.period())
              .strategy(limit.strategy())
              .key(limit.key())
              .counted(limit.counted())
              .burst(limit.burst())
              .cost(limit.cost())
              .maxWait(limit.maxWait())
              .build();
      InProcessRateLimiter.builder().slotsPerLimit(8).build().group(List.of(policy));
      return true;
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("cannot be kept: ").hasMessageContaining("Fix: ");
      return false;
    }
  }

  @Property(tries = 3_000)
  void aLimitCompilesExactlyIfTheApplicationStartsWithIt(@ForAll("limits") LimitDefinition limit) {
    boolean compiles = compiles(limit);
    Statistics.collect(compiles);

    assertThat(starts(limit)).isEqualTo(compiles);
  }

  @Provide
  Arbitrary<LimitDefinition> limits() {
    return Combinators.combine(
            Arbitraries.of(Strategy.class),
            Arbitraries.of(LimitKey.class),
            Arbitraries.of(Counted.class),
            numbers(1L << 40),
            numbers(LONGEST + 10).map(Duration::ofMillis),
            Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(0L)), Tuple.of(1, numbers(1L << 40))),
            Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(1L)), Tuple.of(1, numbers(1L << 40))),
            Arbitraries.frequencyOf(
                    Tuple.of(4, Arbitraries.just(0L)),
                    Tuple.of(1, Arbitraries.of(1L, 500L, 30_000L, 30_001L)))
                .map(Duration::ofMillis))
        .as(
            (strategy, key, counted, permits, period, burst, cost, maxWait) ->
                LimitDefinition.of(strategy, key)
                    .counted(counted)
                    .permits(permits, period)
                    .burst(burst)
                    .cost(cost)
                    .maxWait(maxWait)
                    .build());
  }

  /** Small ones most of the time, so that they often go together; and around each power of two. */
  private static Arbitrary<Long> numbers(long most) {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.longs().between(1, 4)),
        Tuple.of(1, Arbitraries.longs().between(-1, 0)),
        Tuple.of(2, Arbitraries.longs().between(1, most)),
        Tuple.of(
            2,
            Combinators.combine(
                    Arbitraries.integers().between(0, 62), Arbitraries.longs().between(-1, 1))
                .as((bits, more) -> Math.min((1L << bits) + more, most))));
  }

  /** The greatest number for which it holds, as it does for 1 and for all below that number. */
  private static long greatest(LongPredicate holds) {
    long good = 1;
    long bad = Long.MAX_VALUE;
    while (bad - good > 1) {
      long middle = good + (bad - good) / 2;
      if (holds.test(middle)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good;
  }

  private static void assertSameGreatest(LongFunction<LimitDefinition> limit) {
    assertThat(greatest(number -> compiles(limit.apply(number))))
        .isEqualTo(greatest(number -> starts(limit.apply(number))));
  }

  @Property(tries = 200)
  void theGreatestNumberOfPermitsIsTheSame(
      @ForAll Strategy strategy, @ForAll @LongRange(min = 1, max = LONGEST) long periodMillis) {
    assertSameGreatest(permits -> limit(strategy, LimitKey.CALLER, periodMillis, permits, 0, 1));
  }

  @Property(tries = 20)
  void soIsTheGreatestNumberOfGlobalPermits(
      @ForAll @LongRange(min = 1, max = LONGEST) long periodMillis) {
    assertSameGreatest(
        permits -> limit(Strategy.FIXED_WINDOW, LimitKey.GLOBAL, periodMillis, permits, 0, 1));
  }

  @Property(tries = 200)
  void soIsTheGreatestBurst(
      @ForAll @LongRange(min = 1, max = LONGEST) long periodMillis,
      @ForAll @LongRange(min = 1, max = 10_000) long permits) {
    assertSameGreatest(
        burst -> limit(Strategy.TOKEN_BUCKET, LimitKey.CALLER, periodMillis, permits, burst, 1));
  }

  @Property(tries = 200)
  void soIsTheGreatestCostThatIsALeakyBucketsBurst(
      @ForAll @LongRange(min = 1, max = LONGEST) long periodMillis,
      @ForAll @LongRange(min = 1, max = 10_000) long permits) {
    assertSameGreatest(
        cost -> limit(Strategy.LEAKY_BUCKET, LimitKey.CALLER, periodMillis, permits, 0, cost));
  }
}
