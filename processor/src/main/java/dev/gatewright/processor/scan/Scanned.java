package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.GuardedType;
import java.util.List;

/** What became of a type. */
public sealed interface Scanned {

  /** Annotations on it that bear one of Gatewright's, which would guard nothing. */
  List<MetaAnnotations.Use> metaAnnotations();

  /** Nothing of it needs a guard. */
  record Unguarded(List<MetaAnnotations.Use> metaAnnotations) implements Scanned {}

  /** It needs a guard. */
  record Guarded(GuardedType type, List<MetaAnnotations.Use> metaAnnotations) implements Scanned {}

  /**
   * It names a type that the compiler does not know, or not yet.
   *
   * @param demandsGuard whether what is known of it is enough to say that it needs a guard
   */
  record Unresolvable(boolean demandsGuard) implements Scanned {
    @Override
    public List<MetaAnnotations.Use> metaAnnotations() {
      return List.of();
    }
  }
}
