package dev.gatewright.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.benchmarks.FloodSimulation.Outcome;
import dev.gatewright.runtime.limit.Eviction;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
    // Whose slot has to go is a matter of chance: the one in the middle of three.
    List<Outcome> outcomes =
        Stream.generate(
                () -> FloodSimulation.run(FloodSimulation.gatewright(Eviction.LENIENT), rate))
            .limit(3)
            .sorted(Comparator.comparing(Outcome::admitted))
            .toList();

    assertThat(outcomes.get(1).admitted()).isBetween(10L, FloodSimulation.HONEST_MAXIMUM * 35 / 10);
    assertThat(outcomes).allMatch(outcome -> outcome.newcomers() == 100);
  }

  /** Or the simulated attack would prove nothing. */
  @Test
  void theAttackResetsTheLimitInACacheThatForgets() {
    Outcome outcome = FloodSimulation.run(FloodSimulation.leastRecentlyUsed(), 20_000);

    assertThat(outcome.admitted()).isGreaterThan(10 * FloodSimulation.HONEST_MAXIMUM);
  }
}
