package dev.gatewright.runtime.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.runtime.option.InvalidOptionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcrValuesTest {
  private final AcrValues values = AcrValues.weakestFirst(List.of("low", "high", "top"), "high");

  @Test
  void onlyListedClassesReachAnything() {
    assertThat(values.reaches("high", "low")).isTrue();
    assertThat(values.reaches("high", "high")).isTrue();
    assertThat(values.reaches("low", "high")).isFalse();
    assertThat(values.reaches("2", "low")).isFalse();
    assertThat(values.reaches(null, "low")).isFalse();
    assertThat(values.reaches("unknown", "unknown")).isFalse();
  }

  @Test
  void aClassStandsForSeveralFactorsFromTheConfiguredOneOn() {
    assertThat(values.isMultiFactor("low")).isFalse();
    assertThat(values.isMultiFactor("high")).isTrue();
    assertThat(values.isMultiFactor("top")).isTrue();
    assertThat(values.isMultiFactor("1")).isFalse();
    assertThat(values.isMultiFactor(null)).isFalse();
    assertThat(values.multiFactor()).containsExactly("high", "top");
  }

  @Test
  void whereNoneIsNamedNoClassStandsForSeveralFactors() {
    AcrValues none = AcrValues.weakestFirst(List.of("low", "top"), null);
    assertThat(none.isMultiFactor("top")).isFalse();
    assertThat(none.isMultiFactor("unknown")).isFalse();
    assertThat(none.multiFactor()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "quo\"te", "back\\slash", "\u00e9"})
  void aClassThatCannotBeQuotedIsRefused(String value) {
    assertThatThrownBy(() -> AcrValues.weakestFirst(List.of(value), null))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'acrValues'");
  }

  @Test
  void aClassListedTwiceOrNotAtAllIsRefused() {
    assertThatThrownBy(() -> AcrValues.weakestFirst(List.of("a", "a"), null))
        .hasMessageContaining("'acrValues' holds a value twice");
    assertThatThrownBy(() -> AcrValues.weakestFirst(List.of("a"), "b"))
        .hasMessageContaining("'multiFactorFrom' is not one of");
  }
}
