package dev.gatewright.runtime.auth.apikey;

import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.strict.StrictBase64Url;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Hashes API keys with HMAC-SHA-256 under a pepper: a secret that is kept apart from the stored
 * hashes, so that these alone are worth nothing. A slow password hash would gain nothing, as keys
 * have 256 random bits. Immutable and thread-safe.
 */
public final class ApiKeyHasher {

  /** Least length of a pepper, in bytes. */
  public static final int MIN_PEPPER_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec pepper;
  private final String unknown;

  /**
   * Hashes under this pepper.
   *
   * @param pepper at least 32 random bytes; copied
   * @throws InvalidOptionException if it is shorter
   */
  public ApiKeyHasher(byte[] pepper) {
    if (pepper.length < MIN_PEPPER_BYTES) {
      throw new InvalidOptionException(
          "pepper",
          "has " + pepper.length + " bytes, too few",
          "use at least " + MIN_PEPPER_BYTES + " random bytes");
    }
    this.pepper = new SecretKeySpec(pepper, ALGORITHM);
    this.unknown = hash("");
  }

  /**
   * Hashes under a pepper that is given as base64 text.
   *
   * @throws InvalidOptionException if it is missing, malformed, or shorter than 32 bytes
   */
  public static ApiKeyHasher ofBase64(@Nullable String pepper) {
    if (pepper == null || pepper.isBlank()) {
      throw new InvalidOptionException(
          "pepper", "is missing", "set it to what 'openssl rand -base64 32' prints");
    }
    try {
      return new ApiKeyHasher(Base64.getDecoder().decode(pepper.strip()));
    } catch (InvalidOptionException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      // Its message quotes the pepper, so it is no cause either.
      throw new InvalidOptionException(
          "pepper", "is no base64", "set it to what 'openssl rand -base64 32' prints");
    }
  }

  String hash(String key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(pepper);
      return StrictBase64Url.encode(mac.doFinal(key.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform lacks " + ALGORITHM, e);
    }
  }

  /**
   * Whether a key has this hash. Takes as long where there is none to compare with, so that time
   * does not tell which ids exist.
   */
  boolean matches(String key, @Nullable String storedHash) {
    byte[] presented = hash(key).getBytes(StandardCharsets.US_ASCII);
    byte[] stored = (storedHash == null ? unknown : storedHash).getBytes(StandardCharsets.US_ASCII);
    boolean same = MessageDigest.isEqual(presented, stored);
    return same && storedHash != null;
  }
}
