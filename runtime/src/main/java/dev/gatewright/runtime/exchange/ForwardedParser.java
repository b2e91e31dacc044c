package dev.gatewright.runtime.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses one line of {@code Forwarded} by the grammar of RFC 7239, section 4; blanks around
 * semicolons, which it forbids and proxies write, are let pass. Its work is linear in the line's
 * length, which the caller bounds. Not thread-safe.
 */
final class ForwardedParser {

  /** What one proxy says of its caller: {@code for}, the node, and {@code proto}, the protocol. */
  record Element(@Nullable String node, @Nullable String protocol) {}

  private static final int END = -1;
  private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";

  private final String text;
  private int position;

  private ForwardedParser(String text) {
    this.text = text;
  }

  /** All elements from left to right; null where the line is malformed. */
  static @Nullable List<Element> parse(String text) {
    return new ForwardedParser(text).elements();
  }

  private @Nullable List<Element> elements() {
    List<Element> elements = new ArrayList<>();
    while (true) {
      Element element = element();
      if (element == null) {
        return null;
      }
      elements.add(element);
      if (peek() == END) {
        return elements;
      }
      position++; // the comma that ended the element
    }
  }

  private @Nullable Element element() {
    Set<String> names = new HashSet<>();
    String node = null;
    String protocol = null;
    while (true) {
      skipBlanks();
      String name = token();
      if (name == null || peek() != '=') {
        return null;
      }
      position++;
      String value = peek() == '"' ? quoted() : token();
      String lowerCaseName = name.toLowerCase(Locale.ROOT);
      if (value == null || !names.add(lowerCaseName)) {
        return null;
      }
      if (lowerCaseName.equals("for")) {
        node = value;
      } else if (lowerCaseName.equals("proto")) {
        protocol = value;
      }
      skipBlanks();
      int next = peek();
      if (next == END || next == ',') {
        return new Element(node, protocol);
      }
      if (next != ';') {
        return null;
      }
      position++;
    }
  }

  private @Nullable String token() {
    int start = position;
    while (isTokenCharacter(peek())) {
      position++;
    }
    return position == start ? null : text.substring(start, position);
  }

  private @Nullable String quoted() {
    StringBuilder value = new StringBuilder();
    position++; // the opening quote
    while (true) {
      int c = peek();
      if (c == '\\') {
        position++;
        c = peek();
      } else if (c == '"') {
        position++;
        return value.toString();
      }
      if (c == END || (c < ' ' && c != '\t') || c == 0x7f) {
        return null;
      }
      value.append((char) c);
      position++;
    }
  }

  private void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      position++;
    }
  }

  private int peek() {
    return position < text.length() ? text.charAt(position) : END;
  }

  private static boolean isTokenCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || (c > 0 && TOKEN_PUNCTUATION.indexOf(c) >= 0);
  }
}
