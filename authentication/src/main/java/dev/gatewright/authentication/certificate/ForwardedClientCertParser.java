package dev.gatewright.authentication.certificate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parses one line of {@code X-Forwarded-Client-Cert} as Envoy documents it: elements separated by
 * commas, each a list of {@code Key=Value} separated by semicolons, a value in double quotes where
 * it holds one of {@code ,;=}, and a double quote in it behind a backslash. Its work is linear in
 * the line's length, which the caller bounds. Not thread-safe.
 */
final class ForwardedClientCertParser {
  private static final int END = -1;

  private final String text;
  private int position;

  private ForwardedClientCertParser(String text) {
    this.text = text;
  }

  /** The last element; null where any part of the line is malformed. */
  static @Nullable ForwardedClientCert last(String text) {
    return new ForwardedClientCertParser(text).last();
  }

  private @Nullable ForwardedClientCert last() {
    while (true) {
      ForwardedClientCert element = element();
      if (element == null || peek() == END) {
        return element;
      }
      position++; // the comma that ended the element
    }
  }

  private @Nullable ForwardedClientCert element() {
    String cert = null;
    String chain = null;
    while (true) {
      skipBlanks();
      String key = key();
      String value = key == null ? null : value();
      if (key == null || value == null) {
        return null;
      }
      if (key.equals("cert")) {
        if (cert != null) {
          return null;
        }
        cert = value;
      } else if (key.equals("chain")) {
        if (chain != null) {
          return null;
        }
        chain = value;
      }
      skipBlanks();
      int next = peek();
      if (next == END || next == ',') {
        return new ForwardedClientCert(cert, chain);
      }
      if (next != ';') {
        return null;
      }
      position++;
    }
  }

  /** The name before the equals sign, which is passed over. */
  private @Nullable String key() {
    int start = position;
    while ((peek() >= 'a' && peek() <= 'z') || (peek() >= 'A' && peek() <= 'Z')) {
      position++;
    }
    if (position == start || peek() != '=') {
      return null;
    }
    return text.substring(start, position++).toLowerCase(Locale.ROOT);
  }

  private @Nullable String value() {
    if (peek() == '"') {
      return quoted();
    }
    int start = position;
    while (isVisible(peek()) && ",;=\"".indexOf(peek()) < 0) {
      position++;
    }
    return text.substring(start, position);
  }

  private @Nullable String quoted() {
    StringBuilder value = new StringBuilder();
    position++; // the opening quote
    while (true) {
      int c = peek();
      position++;
      if (c == '"') {
        return value.toString();
      }
      if (c == '\\' && (peek() == '"' || peek() == '\\')) {
        c = peek();
        position++;
      }
      if (c != ' ' && !isVisible(c)) {
        return null;
      }
      value.append((char) c);
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

  /** Beyond ASCII nothing is said of the encoding; a subject in it is passed over, not read. */
  private static boolean isVisible(int c) {
    return c > ' ' && c != 0x7f;
  }
}
