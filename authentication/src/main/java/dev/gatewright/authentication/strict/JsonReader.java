package dev.gatewright.authentication.strict;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON to the letter of RFC 8259, once. Written here because a streaming parser's set-up
 * costs more than reading the few hundred characters of a token; a test holds it to what Jackson
 * accepts. Not thread-safe.
 */
final class JsonReader {
  private static final int MAX_DEPTH = 16;
  private static final int MAX_NUMBER_LENGTH = 64;
  private static final int MAX_LONG_LENGTH = 18;

  /** In no token of JSON. */
  private static final byte END = 0;

  private final byte[] json;
  private final String what;
  private int at;
  private int depth;

  /**
   * Reads this.
   *
   * @param json valid UTF-8
   * @param what names it in causes
   */
  JsonReader(byte[] json, String what) {
    this.json = json;
    this.what = what;
  }

  /** The one object that is all of the text. */
  Map<String, @Nullable Object> onlyObject() throws InvalidCredentialException {
    skipBlanks();
    if (current() != '{') {
      throw new InvalidCredentialException(what + " is no JSON object");
    }
    Map<String, @Nullable Object> object = object();
    skipBlanks();
    if (at < json.length) {
      throw new InvalidCredentialException(what + " goes on after its JSON object");
    }
    return object;
  }

  private Map<String, @Nullable Object> object() throws InvalidCredentialException {
    enter();
    Map<String, @Nullable Object> members = new HashMap<>();
    skipBlanks();
    if (skipIf('}')) {
      depth--;
      return members;
    }
    do {
      skipBlanks();
      String name = string();
      skipBlanks();
      require(skipIf(':'));
      skipBlanks();
      int before = members.size();
      members.put(name, value());
      require(members.size() > before);
      skipBlanks();
    } while (skipIf(','));
    require(skipIf('}'));
    depth--;
    return members;
  }

  private List<@Nullable Object> array() throws InvalidCredentialException {
    enter();
    List<@Nullable Object> elements = new ArrayList<>();
    skipBlanks();
    if (skipIf(']')) {
      depth--;
      return elements;
    }
    do {
      skipBlanks();
      elements.add(value());
      skipBlanks();
    } while (skipIf(','));
    require(skipIf(']'));
    depth--;
    return elements;
  }

  /** Goes past the bracket, and one level down. */
  private void enter() throws InvalidCredentialException {
    at++;
    depth++;
    require(depth <= MAX_DEPTH);
  }

  private @Nullable Object value() throws InvalidCredentialException {
    return switch (current()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private @Nullable Object word(String word, @Nullable Object value)
      throws InvalidCredentialException {
    for (int i = 0; i < word.length(); i++) {
      require(skipIf(word.charAt(i)));
    }
    return value;
  }

  private Number number() throws InvalidCredentialException {
    int start = at;
    skipIf('-');
    if (!skipIf('0')) {
      skipDigits();
    }
    boolean whole = true;
    if (skipIf('.')) {
      whole = false;
      skipDigits();
    }
    if (skipIf('e') || skipIf('E')) {
      whole = false;
      if (!skipIf('+')) {
        skipIf('-');
      }
      skipDigits();
    }
    int length = at - start;
    require(length <= MAX_NUMBER_LENGTH);
    if (whole && length <= MAX_LONG_LENGTH) {
      return wholeNumber(start);
    }
    return Double.parseDouble(text(start, at));
  }

  /** Of digits, perhaps after a minus, that are few enough. */
  private long wholeNumber(int start) {
    boolean negative = json[start] == '-';
    long number = 0;
    for (int i = negative ? start + 1 : start; i < at; i++) {
      number = number * 10 + (json[i] - '0');
    }
    return negative ? -number : number;
  }

  /** At least one. */
  private void skipDigits() throws InvalidCredentialException {
    int start = at;
    while (current() >= '0' && current() <= '9') {
      at++;
    }
    require(at > start);
  }

  private String string() throws InvalidCredentialException {
    require(skipIf('"'));
    int start = at;
    int end = plainEnd();
    if (json[end] == '"') {
      at = end + 1;
      return text(start, end);
    }
    StringBuilder string = new StringBuilder(text(start, end));
    while (json[end] != '"') {
      at = end + 1;
      string.append(escaped());
      start = at;
      end = plainEnd();
      string.append(text(start, end));
    }
    at = end + 1;
    return string.toString();
  }

  /** Where the next quote or escape is; control characters are not let pass on the way. */
  private int plainEnd() throws InvalidCredentialException {
    byte[] bytes = json;
    for (int i = at; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '"' || b == '\\') {
        return i;
      }
      require(b < 0 || b >= ' ');
    }
    throw malformed();
  }

  private String text(int start, int end) {
    return new String(json, start, end - start, StandardCharsets.UTF_8);
  }

  private char escaped() throws InvalidCredentialException {
    byte b = current();
    at++;
    return switch (b) {
      case '"', '\\', '/' -> (char) b;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) (hexDigit() << 12 | hexDigit() << 8 | hexDigit() << 4 | hexDigit());
      default -> throw malformed();
    };
  }

  private int hexDigit() throws InvalidCredentialException {
    int digit = Character.digit((char) (current() & 0xff), 16);
    at++;
    require(digit >= 0);
    return digit;
  }

  private byte current() {
    return at < json.length ? json[at] : END;
  }

  private boolean skipIf(char expected) {
    if (current() != expected) {
      return false;
    }
    at++;
    return true;
  }

  private void skipBlanks() {
    for (byte c = current(); c == ' ' || c == '\n' || c == '\r' || c == '\t'; c = current()) {
      at++;
    }
  }

  private void require(boolean condition) throws InvalidCredentialException {
    if (!condition) {
      throw malformed();
    }
  }

  private InvalidCredentialException malformed() {
    return new InvalidCredentialException(what + " is malformed JSON");
  }
}
