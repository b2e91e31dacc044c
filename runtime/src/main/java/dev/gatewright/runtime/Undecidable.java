package dev.gatewright.runtime;

import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;

/** The refusal of what cannot be decided now: fails closed, and says when to try again. */
final class Undecidable {
  private static final String RETRY_AFTER_SECONDS = "5";

  private Undecidable() {}

  static Refusal because(String cause) {
    return Refusal.of(RefusalReason.UNDECIDABLE, cause)
        .withHeader("Retry-After", RETRY_AFTER_SECONDS);
  }
}
