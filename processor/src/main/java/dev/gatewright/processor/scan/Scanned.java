package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.GuardedType;

/** What became of a type. */
public sealed interface Scanned {

  /** Nothing of it needs a guard. */
  record Unguarded() implements Scanned {}

  /** It needs a guard. */
  record Guarded(GuardedType type) implements Scanned {}

  /**
   * It names a type that the compiler does not know, or not yet.
   *
   * @param demandsGuard whether what is known of it is enough to say that it needs a guard
   */
  record Unresolvable(boolean demandsGuard) implements Scanned {}
}
