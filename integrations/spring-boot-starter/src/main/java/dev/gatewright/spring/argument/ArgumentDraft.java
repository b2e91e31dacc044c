package dev.gatewright.spring.argument;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of an endpoint so far. */
final class ArgumentDraft {
  final List<ArgumentCheck> checks = new ArrayList<>();
  final Set<String> known = new HashSet<>();
  final List<BoundProperties> properties = new ArrayList<>();
  boolean formsAreRead;
  @Nullable String opaque;
  private boolean hasPath;

  void addPath() {
    if (!hasPath) {
      hasPath = true;
      checks.add(new ArgumentCheck.PathVariables());
    }
  }
}
