package dev.gatewright.authentication.jwt;

/** Keys that never change. */
record FixedKeys(VerificationKeys current) implements KeySource {

  @Override
  public VerificationKeys refreshed(VerificationKeys seen) {
    return current;
  }
}
