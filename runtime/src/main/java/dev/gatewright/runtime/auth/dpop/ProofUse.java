package dev.gatewright.runtime.auth.dpop;

import java.time.Instant;

/**
 * One use of a proof.
 *
 * @param key a hash of the proof's key and id
 * @param until when the proof ends by itself
 */
record ProofUse(String key, Instant until) {}
