package dev.gatewright.secret;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How secrets are read and rotated. Immutable.
 *
 * @param overlap how long a replaced version stays accepted
 * @param coolDown least time between two reads on demand
 */
record RotationSettings(
    SecretSource source,
    Duration refreshInterval,
    Duration overlap,
    Duration coolDown,
    InstantSource clock) {}
