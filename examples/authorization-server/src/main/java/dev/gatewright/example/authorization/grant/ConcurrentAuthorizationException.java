package dev.gatewright.example.authorization.grant;

/** Reports that a consent was answered twice at once. */
public final class ConcurrentAuthorizationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConcurrentAuthorizationException() {
    super("the authorization was changed by another request", null, false, false);
  }
}
