package dev.gatewright.spring.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Writes paths as clients read them. */
final class JsonPaths {

  /** Names come from the client where they are unknown. */
  private static final int MAX_NAME_LENGTH = 64;

  private static final int MAX_STEPS = 32;

  private JsonPaths() {}

  static String of(JacksonException exception) {
    StringBuilder path = new StringBuilder();
    int steps = 0;
    for (JacksonException.Reference step : exception.getPath()) {
      if (steps++ == MAX_STEPS) {
        break;
      }
      append(path, step.getPropertyName(), step.getIndex());
    }
    return path.toString();
  }

  static void append(StringBuilder path, @Nullable String name, int index) {
    if (name == null) {
      if (index >= 0) {
        path.append('[').append(index).append(']');
      }
      return;
    }
    if (!path.isEmpty()) {
      path.append('.');
    }
    path.append(isPlain(name) ? name : "?");
  }

  private static boolean isPlain(String name) {
    return name.length() <= MAX_NAME_LENGTH
        && name.chars()
            .allMatch(c -> c == '_' || c == '-' || c == '$' || Character.isLetterOrDigit(c));
  }
}
