package dev.gatewright.runtime.limit;

import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Random limits and random histories of calls. */
final class Schedules extends DomainContextBase {

  /** A limit, where its clock starts, and what happens. */
  record Schedule(LimitPolicy limit, long clockStart, List<Step> steps) {}

  /**
   * Something that happens.
   *
   * @param waitNanos after so long a time
   * @param key number of the key that calls
   * @param giveBack if not negative, not a call: the grant with this number, modulo all that are
   *     outstanding, is given back
   */
  record Step(long waitNanos, int key, int giveBack) {}

  @Provide
  Arbitrary<Schedule> schedules() {
    return limits()
        .flatMap(
            limit ->
                Combinators.combine(
                        Arbitraries.of(0L, -5_000_000_000L, Long.MAX_VALUE - 10, Long.MIN_VALUE),
                        steps(limit).list().ofMinSize(1).ofMaxSize(100))
                    .as((start, steps) -> new Schedule(limit, start, steps)));
  }

  private static Arbitrary<LimitPolicy> limits() {
    Arbitrary<Duration> periods =
        Arbitraries.of(
            Duration.ofMillis(1),
            Duration.ofNanos(1_000_003),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            Duration.ofDays(1),
            // Even the longest schedule of these ends before time does, after 36 years.
            Duration.ofDays(20));
    Arbitrary<Long> permits = Arbitraries.oneOf(numbers(1, 12), Arbitraries.of(60L, 997L, 2_047L));
    return Combinators.combine(
            Arbitraries.of(Strategy.class), periods, permits, numbers(0, 9), numbers(0, 99))
        .as(Schedules::limit);
  }

  private static LimitPolicy limit(
      Strategy strategy, Duration period, long permits, long costSeed, long burstSeed) {
    boolean window = strategy.isWindow();
    long burst = window || burstSeed < 30 ? permits : 1 + burstSeed % (2 * permits);
    // A few calls should use the burst up, or most of a schedule would be grants.
    long cost = Math.max(1, burst > 12 ? burst / (2 + costSeed) : 1 + costSeed % burst);
    return LimitPolicy.named("limit")
        .permits(permits, period)
        .strategy(strategy)
        .burst(window ? 0 : burst)
        .cost(Math.min(cost, burst))
        .build();
  }

  private static Arbitrary<Step> steps(LimitPolicy limit) {
    long period = limit.period().toNanos();
    long interval = period / limit.permits() + 1;
    Arbitrary<Long> waits =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just(0L)),
            Tuple.of(1, numbers(1, 3)),
            Tuple.of(4, numbers(0, 2 * interval * limit.cost())),
            Tuple.of(2, numbers(0, period)),
            Tuple.of(1, numbers(period, 3 * period)));
    return Combinators.combine(
            waits,
            Arbitraries.integers().between(0, 39),
            Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(-1)),
                Tuple.of(1, Arbitraries.integers().between(0, 1_000))))
        .as(Step::new);
  }

  private static Arbitrary<Long> numbers(long from, long to) {
    return Arbitraries.longs().between(from, to);
  }
}
