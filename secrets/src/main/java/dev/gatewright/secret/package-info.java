/**
 * Reads secrets, and follows their rotation while the application runs. Start at {@link
 * dev.gatewright.secret.Secrets}, which reads a {@link dev.gatewright.secret.SecretSource} and
 * serves each as a {@link dev.gatewright.secret.RotatingSecret}. {@link
 * dev.gatewright.secret.EnvironmentSecretSource} and {@link dev.gatewright.secret.FileSecretSource}
 * are sources; Vault and AWS have modules of their own.
 *
 * <p>Depends on {@code option} of the runtime.
 */
@NullMarked
package dev.gatewright.secret;

import org.jspecify.annotations.NullMarked;
