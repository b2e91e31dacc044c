package dev.gatewright.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
  private static final Map<String, LongFunction<Duration>> UNITS =
      Map.of(
          "ms", Duration::ofMillis,
          "s", Duration::ofSeconds,
          "m", Duration::ofMinutes,
          "h", Duration::ofHours,
          "d", Duration::ofDays);

  @Property
  void aNumberAndAUnitAreThatDurationUpToOneLeapYear(
      @ForAll @LongRange(min = 0, max = 40_000_000_000L) long number,
      @ForAll("units") String unit) {
    Duration duration = UNITS.get(unit).apply(number);
    boolean allowed = !duration.isZero() && duration.compareTo(Duration.ofDays(366)) <= 0;

    assertThat(DurationText.parse(number + unit))
        .isEqualTo(allowed ? Optional.of(duration) : Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "5",
        "m",
        "5 m",
        " 5m",
        "5m ",
        "5m\n",
        "-5m",
        "+5m",
        "5.5m",
        "5M",
        "5min",
        "1m30s",
        "0x5m",
        "٥m",
        "99999999999d",
        "9223372036854775808ms",
        "PT5M",
        "\u00005m"
      })
  void anythingElseIsNoDuration(String text) {
    assertThat(DurationText.parse(text)).isEmpty();
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.of("ms", "s", "m", "h", "d");
  }
}
