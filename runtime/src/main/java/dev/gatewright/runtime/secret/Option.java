package dev.gatewright.runtime.secret;

/** Names the option at fault. */
final class Option {
  private Option() {}

  static void require(boolean holds, String option, String problem, String fix) {
    if (!holds) {
      throw new IllegalArgumentException("'" + option + "' " + problem + ". Fix: " + fix + ".");
    }
  }
}
