package dev.gatewright.spring.caller;

import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.Revocations;
import java.time.Instant;
import java.time.InstantSource;

/** Tells whether a credential that was accepted in a request still is, later. Thread-safe. */
public final class CredentialLife {
  private final Revocations revocations;
  private final InstantSource clock;

  /** Asks what the gate asks. */
  public CredentialLife(Revocations revocations, InstantSource clock) {
    this.revocations = revocations;
    this.clock = clock;
  }

  /**
   * Returns whether a caller's credential has neither ended nor been revoked.
   *
   * @throws RuntimeException if it cannot be told now whether it is revoked
   */
  boolean holds(Caller caller) {
    Instant end = caller.expiresAt();
    return (end == null || clock.instant().isBefore(end)) && !revocations.isRevoked(caller);
  }
}
