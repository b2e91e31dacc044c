package dev.gatewright.spring.guard;

import java.util.Set;

/** The digest of no annotations, for guards that tests write by hand. */
public final class EmptyDigest {
  private EmptyDigest() {}

  public static String text() {
    return AnnotationDigest.of(Set.of());
  }
}
