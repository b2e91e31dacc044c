package dev.gatewright.processor.code;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Gives out names that nothing else in a scope has. */
final class UniqueNames {
  private final Set<String> taken;

  UniqueNames(Collection<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** The name itself or, where it is taken or a keyword, with the first number that frees it. */
  String next(String name, String separator) {
    String candidate = name;
    for (int number = 2; SourceVersion.isKeyword(candidate) || !taken.add(candidate); number++) {
      candidate = name + separator + number;
    }
    return candidate;
  }

  /** A name for a field or a local variable. */
  String variable(String name) {
    return next(name, "");
  }

  /** A name for a constant. */
  String constant(String name) {
    return next(name, "_");
  }
}
