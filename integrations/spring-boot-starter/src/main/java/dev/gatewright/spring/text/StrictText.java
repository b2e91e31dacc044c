package dev.gatewright.spring.text;

/** Tells text from what only looks like it. */
public final class StrictText {

  /** Servers put it where they could not decode what was sent. */
  private static final char REPLACEMENT = '\uFFFD';

  private StrictText() {}

  /** Whether every surrogate has its other half, and no character is NUL. */
  public static boolean isSound(char[] buffer, int start, int end) {
    for (int i = start; i < end; i++) {
      char next = buffer[i];
      if (next == '\0') {
        return false;
      }
      if (Character.isSurrogate(next)) {
        if (Character.isLowSurrogate(next)
            || i + 1 == end
            || !Character.isLowSurrogate(buffer[i + 1])) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** The same of text that a server has decoded, so that nothing in it is a replacement either. */
  public static boolean isDecoded(CharSequence text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char next = text.charAt(i);
      if (next == '\0' || next == REPLACEMENT) {
        return false;
      }
      if (Character.isSurrogate(next)) {
        if (Character.isLowSurrogate(next)
            || i + 1 == length
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
