package dev.gatewright.runtime.caller;

/**
 * Says that nothing is ever revoked. A class, as AspectJ cannot look into lambdas that are beans.
 */
enum NoRevocations implements Revocations {
  INSTANCE;

  @Override
  public boolean isRevoked(Caller caller) {
    return false;
  }
}
