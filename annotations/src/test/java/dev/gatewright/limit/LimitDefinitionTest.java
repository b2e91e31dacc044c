package dev.gatewright.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.Strategy;
import dev.gatewright.limit.LimitFault.Kind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitDefinitionTest {

  private static LimitDefinition limit(
      Strategy strategy, long permits, Duration period, long burst, long cost, Duration maxWait) {
    return LimitDefinition.of(strategy, LimitKey.CALLER)
        .permits(permits, period)
        .burst(burst)
        .cost(cost)
        .maxWait(maxWait)
        .build();
  }

  private static List<Kind> kinds(LimitDefinition limit) {
    return limit.faults().stream().map(LimitFault::kind).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "TOKEN_BUCKET,   1,          PT0S,          0,      1, PT0S,     PERIOD_OUT_OF_BOUNDS",
    "TOKEN_BUCKET,   1,          PT0.000999S,   0,      1, PT0S,     PERIOD_OUT_OF_BOUNDS",
    "TOKEN_BUCKET,   1,          PT-1M,         0,      1, PT0S,     PERIOD_OUT_OF_BOUNDS",
    "FIXED_WINDOW,   1,          PT8784H0.001S, 0,      1, PT0S,     PERIOD_OUT_OF_BOUNDS",
    "FIXED_WINDOW,   0,          PT1M,          0,      1, PT0S,     NO_PERMITS",
    "LEAKY_BUCKET,   5,          PT1M,          -1,     1, PT0S,     NEGATIVE_BURST",
    "LEAKY_BUCKET,   5,          PT1M,          0,      0, PT0S,     NO_COST",
    "FIXED_WINDOW,   5,          PT1M,          7,      1, PT0S,     BURST_OF_WINDOW",
    "SLIDING_WINDOW, 5,          PT1M,          5,      1, PT0S,     BURST_OF_WINDOW",
    "SLIDING_WINDOW, 5,          PT1M,          0,      6, PT0S,     COST_ABOVE_PERMITS",
    "TOKEN_BUCKET,   5,          PT1M,          0,      6, PT0S,     COST_ABOVE_BURST",
    "LEAKY_BUCKET,   5,          PT1M,          2,      3, PT0S,     COST_ABOVE_BURST",
    "FIXED_WINDOW,   4294967296, PT1S,          0,      1, PT0S,     PERMITS_BEYOND_COUNTERS",
    "SLIDING_WINDOW, 65536,      PT1S,          0,      1, PT0S,     PERMITS_BEYOND_COUNTERS",
    "TOKEN_BUCKET,   10000001,   PT1S,          0,      1, PT0S,     PERMITS_BEYOND_COUNTERS",
    "TOKEN_BUCKET,   1,          PT24H,         13344,  1, PT0S,     BURST_BEYOND_COUNTERS",
    "LEAKY_BUCKET,   1,          PT24H,         0,  13344, PT0S,     COST_BEYOND_COUNTERS",
    "LEAKY_BUCKET,   5,          PT1M,          0,      1, PT30.01S, WAIT_OUT_OF_BOUNDS",
    "LEAKY_BUCKET,   5,          PT1M,          0,      1, PT-1S,    WAIT_OUT_OF_BOUNDS",
    "TOKEN_BUCKET,   5,          PT1M,          0,      1, PT1S,     WAIT_WITHOUT_LEAKY_BUCKET"
  })
  void eachFaultIsFound(
      Strategy strategy,
      long permits,
      Duration period,
      long burst,
      long cost,
      Duration maxWait,
      Kind fault) {
    assertThat(kinds(limit(strategy, permits, period, burst, cost, maxWait)))
        .containsExactly(fault);
  }

  @Test
  void allFaultsAreFoundTogether() {
    LimitDefinition limit =
        limit(Strategy.TOKEN_BUCKET, 0, Duration.ZERO, -1, 0, Duration.ofMinutes(1));

    assertThat(kinds(limit))
        .containsExactly(
            Kind.PERIOD_OUT_OF_BOUNDS,
            Kind.NO_PERMITS,
            Kind.NEGATIVE_BURST,
            Kind.NO_COST,
            Kind.WAIT_OUT_OF_BOUNDS);
  }

  @Test
  void everybodyTogetherInFixedWindowsIsCountedByResilience4jToItsOwnBound() {
    LimitDefinition global =
        LimitDefinition.of(Strategy.FIXED_WINDOW, LimitKey.GLOBAL)
            .permits(1 << 30, Duration.ofDays(1))
            .build();

    assertThat(global.isGlobalWindow()).isTrue();
    assertThat(global.faults()).extracting(LimitFault::most).containsExactly((1L << 30) - 1);
  }

  @Test
  void theLongestDurationThereIsIsAFaultAndNoOverflow() {
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

    assertThat(Stream.of(Strategy.values()))
        .allSatisfy(
            strategy ->
                assertThat(kinds(limit(strategy, 1, longest, 0, 1, Duration.ZERO)))
                    .containsExactly(Kind.PERIOD_OUT_OF_BOUNDS));
  }

  @ParameterizedTest
  @CsvSource({
    "TOKEN_BUCKET, 0, 5",
    "LEAKY_BUCKET, 0, 2",
    "FIXED_WINDOW, 0, 5",
    "LEAKY_BUCKET, 3, 3"
  })
  void aBurstThatIsNotWrittenIsTheStrategysOwn(Strategy strategy, long burst, long effective) {
    assertThat(limit(strategy, 5, Duration.ofMinutes(1), burst, 2, Duration.ZERO).effectiveBurst())
        .isEqualTo(effective);
  }

  private static LimitDefinition.Builder minute() {
    return LimitDefinition.of(Strategy.LEAKY_BUCKET, LimitKey.CALLER)
        .permits(5, Duration.ofMinutes(1));
  }

  private static List<LimitDefinition> definitions() {
    return List.of(
        minute().build(),
        LimitDefinition.of(Strategy.TOKEN_BUCKET, LimitKey.CALLER)
            .permits(5, Duration.ofMinutes(1))
            .build(),
        LimitDefinition.of(Strategy.LEAKY_BUCKET, LimitKey.GLOBAL)
            .permits(5, Duration.ofMinutes(1))
            .build(),
        minute().counted(Counted.FAILED_AUTHENTICATIONS).build(),
        minute().permits(6, Duration.ofMinutes(1)).build(),
        minute().permits(5, Duration.ofMinutes(2)).build(),
        minute().burst(1).build(),
        minute().cost(2).build(),
        minute().maxWait(Duration.ofSeconds(1)).build());
  }

  @Test
  void definitionsAreEqualByAllTheirParts() {
    assertThat(definitions())
        .doesNotHaveDuplicates()
        .isEqualTo(definitions())
        .hasSameHashCodeAs(definitions())
        .hasToString(definitions().toString());
    assertThat(minute().build()).isNotEqualTo(null).isNotEqualTo("another");
  }
}
