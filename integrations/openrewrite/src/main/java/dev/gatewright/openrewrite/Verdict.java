package dev.gatewright.openrewrite;

import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;

/** What becomes of an annotation of another system. */
sealed interface Verdict {

  /** Becomes Gatewright's. */
  record Turned(NewAnnotation annotation, @Nullable String remark) implements Verdict {}

  /** Stays as it is, under a remark that says why. */
  record Left(String remark) implements Verdict {}

  /** Goes, as the methods it was about bear annotations of their own. */
  record Dropped() implements Verdict {}

  /**
   * An annotation to be written.
   *
   * @param code the annotation, with {@code ~} before the simple name of each type of Gatewright's
   * @param groups the value of its attribute {@code groups}, as it was written before
   */
  record NewAnnotation(String code, @Nullable Expression groups) {
    static NewAnnotation of(String code) {
      return new NewAnnotation(code, null);
    }
  }
}
