package dev.gatewright.secret;

/**
 * Where secrets are read from. Implementations are thread-safe, read anew on every call, wait no
 * longer than some seconds, and bound what they read to {@link SecretValue#MAX_BYTES} a version.
 *
 * <p>Most callers want {@link Secrets}, which remembers what was read and follows rotations.
 */
@FunctionalInterface
public interface SecretSource {

  /**
   * Reads the versions of a secret as they are now. May block.
   *
   * @param name what the source knows the secret by
   * @throws SecretUnavailableException if there is none of this name, or it cannot be read
   */
  SecretVersions read(String name);
}
