package dev.gatewright.example.authorization.grant;

/** Reports that there is no room for another authorization now. */
public final class TooManyAuthorizationsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyAuthorizationsException() {
    super("no room for another authorization", null, false, false);
  }
}
