package dev.gatewright.authentication.strict;

/** A credential is refused. Carries no stack trace, as clients could make thousands of them. */
public final class InvalidCredentialException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * A refusal.
   *
   * @param reason goes to the security log; may name members of a credential but never hold its
   *     text, other than audience, issuer and times of a token that was verified
   */
  public InvalidCredentialException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** Why, for the security log only. */
  public String reason() {
    return reason;
  }
}
