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

  /** The guard is there, but nothing says any more that its class needs one. */
  static StartUpException abandoned(Class<?> guard, Class<?> guarded) {
    return new StartUpException(
        guard.getName()
            + " is older than what it guards: neither "
            + guarded.getName()
            + " nor a supertype bears an annotation of Gatewright's any more, so that it would be"
            + " open",
        "annotate "
            + guarded.getName()
            + " or what it inherits from; if it is to be open, compile it again from a clean build"
            + " directory, so that its guard is gone.");
  }

  private static boolean isOfKotlin(Class<?> type) {
    return Stream.of(type.getAnnotations())
        .anyMatch(each -> each.annotationType().getName().equals("kotlin.Metadata"));
  }
}
