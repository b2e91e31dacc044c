package dev.gatewright.secret;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one secret: what new things are made with, and what else is still accepted.
 * Immutable and thread-safe. Its text form holds nothing secret.
 *
 * @param current what to sign or hash with now
 * @param previous versions before it, newest first, at most {@link #MAX_PREVIOUS}; none is equal to
 *     the current one or to another
 * @param rotatedAt when the current version became that, as far as the source knows
 * @param previousWithdrawn whether the source says that no version before the current one is to be
 *     accepted any more, however recent the rotation; there is then none in {@code previous}
 */
public record SecretVersions(
    SecretValue current,
    List<SecretValue> previous,
    @Nullable Instant rotatedAt,
    boolean previousWithdrawn) {

  /** Most previous versions that are held. More are dropped, the oldest first. */
  public static final int MAX_PREVIOUS = 8;

  /**
   * @throws IllegalArgumentException if there are previous versions that are withdrawn
   */
  public SecretVersions {
    if (previousWithdrawn && !previous.isEmpty()) {
      throw new IllegalArgumentException(
          "A version is both listed and withdrawn. Fix: leave withdrawn versions out.");
    }
    Set<SecretValue> distinct = new LinkedHashSet<>(previous);
    distinct.remove(current);
    previous = distinct.stream().limit(MAX_PREVIOUS).toList();
  }

  /** The current version and those before it, newest first, rotated nobody knows when. */
  public static SecretVersions of(SecretValue current, SecretValue... previous) {
    return new SecretVersions(current, List.of(previous), null, false);
  }

  /** All of them, the current one first. */
  public List<SecretValue> all() {
    return Stream.concat(Stream.of(current), previous.stream()).toList();
  }
}
