package dev.gatewright.spring.guard;

import dev.gatewright.spring.startup.StartUpException;

/** The error of a guard that was generated from other classes than those that are loaded. */
final class StaleGuard {
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
            + " again, with the annotation processor, from a clean build directory.");
  }
}
