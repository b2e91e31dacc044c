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
   * @param annotated whether it is known to need a guard
   */
  record Unresolvable(boolean annotated) implements Scanned {}
}
