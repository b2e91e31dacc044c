package dev.gatewright.authentication.dpop;

import java.time.Instant;

/**
 * One use of a proof.
 *
 * @param key a hash of the proof's key and id
 * @param until from when on the use may be forgotten, as the proof ended by itself before
 */
record ProofUse(String key, Instant until) {}
