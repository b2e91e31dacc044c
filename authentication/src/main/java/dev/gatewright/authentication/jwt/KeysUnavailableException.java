package dev.gatewright.authentication.jwt;

/** The keys of an issuer cannot be told now; the request is refused with 503. */
public final class KeysUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure.
   *
   * @param cause why, for the security log only
   */
  public KeysUnavailableException(String cause) {
    super(cause);
  }
}
