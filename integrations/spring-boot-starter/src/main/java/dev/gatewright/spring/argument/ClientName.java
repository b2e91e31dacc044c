package dev.gatewright.spring.argument;

/** A parameter's name that a client has chosen. */
final class ClientName {
  private static final int MAX_LENGTH = 64;
  private static final int MAX_STEPS = 64;

  private ClientName() {}

  /** The name where it is plain and short, else a question mark. */
  static String shown(String name) {
    if (name.length() > MAX_LENGTH) {
      return "?";
    }
    for (int i = 0; i < name.length(); i++) {
      char next = name.charAt(i);
      boolean isPlain =
          (next >= 'a' && next <= 'z')
              || (next >= 'A' && next <= 'Z')
              || (next >= '0' && next <= '9')
              || "_-$.[]".indexOf(next) >= 0;
      if (!isPlain) {
        return "?";
      }
    }
    return name;
  }

  /**
   * Whether a property has no other name: {@code a['0']}, {@code a[00]}, {@code a[+0]} have. Names
   * of very many steps are nobody's.
   */
  static boolean hasOneSpelling(String name) {
    if (name.chars().filter(next -> next == '.' || next == '[').count() > MAX_STEPS) {
      return false;
    }
    for (int open = name.indexOf('['); open >= 0; open = name.indexOf('[', open + 1)) {
      int close = name.indexOf(']', open);
      if (close < 0) {
        return false;
      }
      String key = name.substring(open + 1, close);
      if (key.startsWith("'") || key.startsWith("\"") || isOtherSpelling(key)) {
        return false;
      }
    }
    return true;
  }

  /** What {@link Integer#parseInt} would take for another number's name. */
  private static boolean isOtherSpelling(String key) {
    try {
      return !Integer.toString(Integer.parseInt(key.trim())).equals(key);
    } catch (NumberFormatException other) {
      return false;
    }
  }
}
