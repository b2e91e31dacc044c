package dev.gatewright.runtime.auth;

/** A token is refused. Carries no stack trace, as clients could make thousands of them. */
final class InvalidTokenException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * A refusal.
   *
   * @param reason goes to the security log; may name members of a token but never hold its text
   */
  InvalidTokenException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
