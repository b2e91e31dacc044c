package dev.gatewright.runtime.caller;

/** What became of a credential. */
public sealed interface Authentication {

  /**
   * It is valid.
   *
   * @param caller whom it speaks for
   */
  record Accepted(Caller caller) implements Authentication {}

  /**
   * It is not valid.
   *
   * @param cause why, for the security log only; holds nothing of the credential's text
   * @param error what the client is told, as {@code error} of a {@code Bearer} or {@code DPoP}
   *     challenge (RFC 6750, section 3.1; RFC 9449, section 7.1)
   */
  record Rejected(String cause, String error) implements Authentication {

    /** The token is at fault: {@code invalid_token}. */
    public Rejected(String cause) {
      this(cause, "invalid_token");
    }
  }

  /**
   * Nobody can tell now, as what would be asked is down.
   *
   * @param cause why, for the security log only
   */
  record Undecidable(String cause) implements Authentication {}
}
