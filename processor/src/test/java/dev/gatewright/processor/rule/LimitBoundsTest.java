package dev.gatewright.processor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.LimitKey;
import dev.gatewright.Strategy;
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
import java.util.function.LongPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** The compiler and the runtime agree on what counters hold. */
class LimitBoundsTest {
  private static final SourceSpot SPOT = () -> "Orders.list()";
  private static final long LONGEST = 366L * 24 * 60 * 60 * 1_000;

  /** The numbers of one limit. */
  private record Numbers(
      Strategy strategy, LimitKey key, long periodMillis, long permits, long burst, long cost) {

    Numbers(Strategy strategy, LimitKey key, long periodMillis, long permits) {
      this(strategy, key, periodMillis, permits, 0, 1);
    }

    boolean compiles() {
      return LimitBounds.check(spec()).isEmpty();
    }

    private LimitSpec spec() {
      Origin origin =
          new Origin(
              Origin.Level.METHOD, new ClassReference("shop", List.of("Orders")), false, Set.of());
      return new LimitSpec(
          at(permits),
          at(periodMillis + "ms"),
          at(strategy.name()),
          at(key.name()),
          at(burst),
          at(cost),
          at("EVERY_CALL"),
          at(""),
          at("REFUSE"),
          at("DENY"),
          null,
          at(""),
          origin,
          SPOT);
    }

    boolean starts() {
      LimitPolicy limit =
          LimitPolicy.named("list")
              .permits(permits, Duration.ofMillis(periodMillis))
              .strategy(strategy)
              .key(key)
              .burst(burst)
              .cost(cost)
              .build();
      try {
        InProcessRateLimiter.builder().slotsPerLimit(8).build().group(List.of(limit));
        return true;
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining("cannot be kept");
        return false;
      }
    }
  }

  private static <T> Located<T> at(T value) {
    return new Located<>(value, SPOT);
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

  @Property(tries = 200)
  void aNumberOfPermitsCompilesExactlyIfTheApplicationStartsWithIt(
      @ForAll Strategy strategy, @ForAll @LongRange(min = 1, max = LONGEST) long periodMillis) {
    assertThat(greatest(p -> new Numbers(strategy, LimitKey.CALLER, periodMillis, p).compiles()))
        .isEqualTo(greatest(p -> new Numbers(strategy, LimitKey.CALLER, periodMillis, p).starts()));
  }

  @Property(tries = 20)
  void soDoesANumberOfGlobalPermits(@ForAll @LongRange(min = 1, max = LONGEST) long periodMillis) {
    Strategy window = Strategy.FIXED_WINDOW;
    assertThat(greatest(p -> new Numbers(window, LimitKey.GLOBAL, periodMillis, p).compiles()))
        .isEqualTo(greatest(p -> new Numbers(window, LimitKey.GLOBAL, periodMillis, p).starts()));
  }

  @Property(tries = 200)
  void soDoesABurst(
      @ForAll @LongRange(min = 1, max = LONGEST) long periodMillis,
      @ForAll @LongRange(min = 1, max = 10_000) long permits) {
    assertThat(greatest(burst -> burst(periodMillis, permits, burst).compiles()))
        .isEqualTo(greatest(burst -> burst(periodMillis, permits, burst).starts()));
  }

  private static Numbers burst(long periodMillis, long permits, long burst) {
    return new Numbers(Strategy.TOKEN_BUCKET, LimitKey.CALLER, periodMillis, permits, burst, 1);
  }

  @Property(tries = 200)
  void soDoesTheCostThatIsALeakyBucketsBurst(
      @ForAll @LongRange(min = 1, max = LONGEST) long periodMillis,
      @ForAll @LongRange(min = 1, max = 10_000) long permits) {
    assertThat(greatest(cost -> cost(periodMillis, permits, cost).compiles()))
        .isEqualTo(greatest(cost -> cost(periodMillis, permits, cost).starts()));
  }

  private static Numbers cost(long periodMillis, long permits, long cost) {
    return new Numbers(Strategy.LEAKY_BUCKET, LimitKey.CALLER, periodMillis, permits, 0, cost);
  }
}
