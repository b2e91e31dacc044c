package dev.gatewright.processor.rule;

import java.util.Locale;

/** Strings of annotations, as messages show them. */
final class Quoted {
  private static final int LONGEST = 80;

  private Quoted() {}

  /** In quotes, on one line and not too long, whatever the string has in it. */
  static String of(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value
        .codePoints()
        .limit(LONGEST)
        .forEach(
            character -> {
              if (Character.isISOControl(character)) {
                quoted.append(String.format(Locale.ROOT, "<U+%04X>", character));
              } else if (character == '"' || character == '\\') {
                quoted.append('\\').appendCodePoint(character);
              } else {
                quoted.appendCodePoint(character);
              }
            });
    if (value.codePointCount(0, value.length()) > LONGEST) {
      quoted.append("...");
    }
    return quoted.append('"').toString();
  }
}
