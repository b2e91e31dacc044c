package dev.gatewright.sample.oauth;

/** A consent was answered twice at once. */
final class ConcurrentAuthorizationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConcurrentAuthorizationException() {
    super("the authorization was changed by another request", null, false, false);
  }
}
