package dev.gatewright.runtime.option;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checks of settings, each naming the setting, the reason and the fix. */
public final class Option {
  private Option() {}

  /**
   * Requires something of a setting.
   *
   * @param option the setting as the builder's method is called
   * @param problem what is wrong with it: {@code is less than 1}
   * @param fix what to do: {@code use 100}
   * @throws InvalidOptionException if the condition does not hold
   */
  public static void require(boolean condition, String option, String problem, String fix) {
    if (!condition) {
      throw new InvalidOptionException(option, problem, fix);
    }
  }

  /**
   * Requires a duration within bounds, which belong to them.
   *
   * @param usual what to use in its place, as the message says it: {@code 30 seconds}
   * @throws InvalidOptionException if it is shorter or longer
   */
  public static void between(
      Duration value, Duration least, Duration most, String option, String usual) {
    require(
        value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        option,
        "is not between " + least + " and " + most,
        "use " + usual);
  }

  /**
   * Requires a setting that is a text.
   *
   * @throws InvalidOptionException if it is missing or blank
   */
  public static String text(String option, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new InvalidOptionException(option, "is missing", "set it");
    }
    return value;
  }
}
