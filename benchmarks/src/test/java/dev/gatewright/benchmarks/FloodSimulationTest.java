package dev.gatewright.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.benchmarks.FloodSimulation.Outcome;
import dev.gatewright.runtime.limit.Eviction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloodSimulationTest {

  @ParameterizedTest
  @ValueSource(ints = {20_000, 60_000})
  void aStrictLimiterAdmitsNoMoreThanWithoutAFlood(int rate) {
    Outcome outcome = FloodSimulation.run(FloodSimulation.gatewright(Eviction.STRICT), rate);

    assertThat(outcome.admitted()).isBetween(10L, FloodSimulation.HONEST_MAXIMUM);
  }

  @ParameterizedTest
  @ValueSource(ints = {20_000, 60_000})
  void aLenientLimiterAdmitsEveryNewcomerAndTheFloodingClientAFewTimesItsLimit(int rate) {
    Outcome outcome = FloodSimulation.run(FloodSimulation.gatewright(Eviction.LENIENT), rate);

    assertThat(outcome.admitted()).isBetween(10L, FloodSimulation.HONEST_MAXIMUM * 35 / 10);
    assertThat(outcome.newcomers()).isEqualTo(100);
  }

  /** Or the simulated attack would prove nothing. */
  @Test
  void theAttackResetsTheLimitInACacheThatForgets() {
    Outcome outcome = FloodSimulation.run(FloodSimulation.leastRecentlyUsed(), 20_000);

    assertThat(outcome.admitted()).isGreaterThan(10 * FloodSimulation.HONEST_MAXIMUM);
  }
}
