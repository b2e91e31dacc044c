package dev.gatewright.processor.code;

import com.palantir.javapoet.CodeBlock;
import java.util.Locale;

/** Values as Java source. */
final class Literals {
  private Literals() {}

  static CodeBlock of(Object value) {
    if (value instanceof String text) {
      return string(text);
    }
    if (value instanceof Character character) {
      return character(character);
    }
    if (value instanceof Long number) {
      return CodeBlock.of("$LL", number);
    }
    if (value instanceof Float number) {
      return floatingPoint(number.doubleValue(), number + "f", "Float");
    }
    if (value instanceof Double number) {
      return floatingPoint(number, number.toString(), "Double");
    }
    if (value instanceof Byte || value instanceof Short) {
      return CodeBlock.of("($L) $L", value instanceof Byte ? "byte" : "short", value);
    }
    return CodeBlock.of("$L", value);
  }

  /**
   * In ASCII: a compiler replaces, without a word, what its encoding of generated sources lacks,
   * and another role, path or reason would be compiled.
   */
  static CodeBlock string(String text) {
    if (text.chars().allMatch(each -> each <= '~')) {
      return CodeBlock.of("$S", text);
    }
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      literal.append(escaped(text.charAt(i)));
    }
    return CodeBlock.of("$L", literal.append('"'));
  }

  private static String escaped(char character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default ->
          character >= ' ' && character <= '~'
              ? String.valueOf(character)
              : String.format(Locale.ROOT, "\\u%04x", (int) character);
    };
  }

  private static CodeBlock character(char character) {
    if (character >= ' ' && character <= '~' && character != '\'' && character != '\\') {
      return CodeBlock.of("'$L'", character);
    }
    return CodeBlock.of("(char) $L", (int) character);
  }

  private static CodeBlock floatingPoint(double value, String finite, String type) {
    if (Double.isNaN(value)) {
      return CodeBlock.of("$L.NaN", type);
    }
    if (Double.isInfinite(value)) {
      return CodeBlock.of("$L.$L_INFINITY", type, value > 0 ? "POSITIVE" : "NEGATIVE");
    }
    return CodeBlock.of("$L", finite);
  }

  /** {@code 4_096}, {@code 5_000_000_000L}. */
  static String number(long value) {
    String grouped = grouped(value, '_');
    return value == (int) value ? grouped : grouped + "L";
  }

  /** Whether a string literal is the text itself in quotation marks. */
  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character < ' ' || character > '~' || character == '"' || character == '\\') {
        return false;
      }
    }
    return true;
  }

  /** The number with a comma between groups of three digits, for people. */
  static String grouped(long value) {
    return grouped(value, ',');
  }

  private static String grouped(long value, char separator) {
    StringBuilder grouped = new StringBuilder().append(value);
    for (int i = grouped.length() - 3; i > 0 && grouped.charAt(i - 1) != '-'; i -= 3) {
      grouped.insert(i, separator);
    }
    return grouped.toString();
  }
}
