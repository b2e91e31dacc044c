package dev.gatewright.authentication.apikey;

import dev.gatewright.runtime.option.InvalidOptionException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hashes API keys with HMAC-SHA-256 under a pepper: a secret that is kept apart from the stored
 * hashes, so that these alone are worth nothing. A slow password hash would gain nothing, as keys
 * have 256 random bits. Thread-safe.
 */
public final class ApiKeyHasher {

  /** What a key is compared with where none is stored: as long as any hash, and never accepted. */
  private static final String NOTHING_STORED = "A".repeat(ApiKey.HASH_LENGTH);

  private final Supplier<Peppers> peppers;

  private ApiKeyHasher(Supplier<Peppers> peppers) {
    this.peppers = peppers;
  }

  /**
   * Hashes under this pepper.
   *
   * @param pepper at least 32 random bytes; copied
   * @throws InvalidOptionException if it is shorter
   */
  public ApiKeyHasher(byte[] pepper) {
    this(fixed(Peppers.of(pepper)));
  }

  /**
   * Hashes under a pepper that is given as base64 text.
   *
   * @throws InvalidOptionException if it is missing, malformed, or shorter than 32 bytes
   */
  public static ApiKeyHasher ofBase64(@Nullable String pepper) {
    return of(Peppers.ofBase64(pepper));
  }

  /** Hashes under the current of these peppers and verifies under all of them. */
  public static ApiKeyHasher of(Peppers peppers) {
    return new ApiKeyHasher(fixed(Objects.requireNonNull(peppers)));
  }

  /**
   * Hashes under peppers that change while the application runs.
   *
   * @param peppers the peppers now; asked for every key, thread-safe. Where it throws, the request
   *     is refused with 503.
   */
  public static ApiKeyHasher rotating(Supplier<Peppers> peppers) {
    return new ApiKeyHasher(Objects.requireNonNull(peppers));
  }

  private static Supplier<Peppers> fixed(Peppers peppers) {
    return () -> peppers;
  }

  /** The hash of a new key under the current pepper: 43 characters of base64url. */
  public String hash(String key) {
    return peppers.get().current().hash(key);
  }

  /**
   * Compares a key with its stored hash. Takes as long where there is none to compare with, and
   * whichever pepper it is under, so that time does not tell which ids exist.
   */
  HashMatch match(String key, @Nullable String storedHash) {
    byte[] stored =
        (storedHash == null ? NOTHING_STORED : storedHash).getBytes(StandardCharsets.US_ASCII);
    List<Pepper> newestFirst = peppers.get().newestFirst();
    String current = newestFirst.get(0).hash(key);
    boolean underCurrent = isSame(current, stored);
    boolean underPrevious = false;
    for (Pepper pepper : newestFirst.subList(1, newestFirst.size())) {
      underPrevious |= isSame(pepper.hash(key), stored);
    }
    if (storedHash == null || !(underCurrent || underPrevious)) {
      return HashMatch.NONE;
    }
    return underCurrent ? HashMatch.CURRENT : new HashMatch.Previous(current);
  }

  private static boolean isSame(String presented, byte[] stored) {
    return MessageDigest.isEqual(presented.getBytes(StandardCharsets.US_ASCII), stored);
  }
}
