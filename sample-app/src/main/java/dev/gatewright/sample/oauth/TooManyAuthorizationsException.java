package dev.gatewright.sample.oauth;

/** There is no room for another authorization now. */
final class TooManyAuthorizationsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyAuthorizationsException() {
    super("no room for another authorization", null, false, false);
  }
}
