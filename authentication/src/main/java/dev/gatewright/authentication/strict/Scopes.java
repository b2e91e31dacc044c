package dev.gatewright.authentication.strict;

/** The grammar of OAuth scopes. */
public final class Scopes {
  private Scopes() {}

  /** Whether the text is one scope-token (RFC 6749, section 3.3). */
  public static boolean isScope(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '"' || c == '\\' || c > '~') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
