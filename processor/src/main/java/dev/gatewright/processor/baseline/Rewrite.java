package dev.gatewright.processor.baseline;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a compilation may change of the list. */
public enum Rewrite {
  /** Nothing. A line that must leave the list is an error. */
  NO,
  /** It removes lines that must leave, and adds none. */
  REMOVALS,
  /** It adds every endpoint that is not decided, too, and makes the file where there is none. */
  ALL;

  /** What the option's value says; empty where it says nothing that is known. */
  static Optional<Rewrite> of(@Nullable String value) {
    return value == null || value.isEmpty()
        ? Optional.of(NO)
        : Stream.of(values()).filter(each -> each.value().equals(value)).findFirst();
  }

  String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}
