package dev.gatewright.spring.guard;

import dev.gatewright.spring.startup.StartUpException;
import java.util.stream.Stream;

/** The error of a guard that was generated from other classes than those that are loaded. */
final class StaleGuard {
  private static final String OF_KOTLIN =
      " If that does not help: Kotlin shows the annotation processor other methods than it compiles"
          + " where one is @JvmSynthetic, suspends, or overrides a generic one with a primitive"
          + " type or a value class; give it another signature.";

  private StaleGuard() {}

  /** The guard is older than what it guards. */
  static StartUpException older(Class<?> guard, Class<?> guarded, String reason) {
    return older(guard.getName(), guarded, reason);
  }

  /** The same of a guard that cannot be loaded. */
  static StartUpException older(String guard, Class<?> guarded, String reason) {
    return new StartUpException(
        guard + " is older than what it guards: " + reason,
        "compile "
            + guarded.getName()
            + " again, with the annotation processor, from a clean build directory."
            + (isOfKotlin(guarded) ? OF_KOTLIN : ""));
  }

  private static boolean isOfKotlin(Class<?> type) {
    return Stream.of(type.getAnnotations())
        .anyMatch(each -> each.annotationType().getName().equals("kotlin.Metadata"));
  }
}
