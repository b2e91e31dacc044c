package dev.gatewright.runtime.caller;

/**
 * Knows which credentials were withdrawn before their time. Asked on every request; implementations
 * are thread-safe.
 */
public interface Revocations {

  /**
   * Whether the caller's credential was withdrawn.
   *
   * @throws RuntimeException if that cannot be told now; the request is then refused with 503
   */
  boolean isRevoked(Caller caller);

  /** Nothing is ever revoked: for applications whose credentials end soon enough by themselves. */
  static Revocations none() {
    // AspectJ cannot look into lambdas that are beans.
    return new Revocations() {
      @Override
      public boolean isRevoked(Caller caller) {
        return false;
      }
    };
  }
}
