package dev.gatewright.challenge;

import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import dev.gatewright.secret.SecretValue;
import dev.gatewright.secret.SecretVersions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The secrets under which challenges are signed: the current one, and those before it, whose
 * challenges are still accepted. Immutable and thread-safe; its text form holds nothing of them.
 *
 * <p>All instances of an application share them, or one refuses what another gave. They need not
 * outlive a challenge: an hour of overlap is more than enough.
 */
public final class ChallengeKeys {

  /** Least length of a key, in bytes. */
  public static final int MIN_BYTES = 32;

  private static final String FIX = "set it to what 'openssl rand -base64 32' prints";

  private final List<ChallengeKey> newestFirst;

  private ChallengeKeys(List<ChallengeKey> newestFirst) {
    this.newestFirst = List.copyOf(newestFirst);
  }

  /**
   * One key that does not rotate.
   *
   * @param base64 at least 32 random bytes in base64
   * @throws InvalidOptionException if it is missing, malformed or shorter; the message does not
   *     quote it
   */
  public static ChallengeKeys ofBase64(@Nullable String base64) {
    return new ChallengeKeys(List.of(key(base64)));
  }

  /**
   * The versions of a secret, each at least 32 random bytes in base64: {@code
   * secrets.rotating("challenge-key", ChallengeKeys::of)}.
   *
   * @throws InvalidOptionException if one is malformed or shorter; the message does not quote it
   */
  public static ChallengeKeys of(SecretVersions versions) {
    List<ChallengeKey> keys = new ArrayList<>();
    for (SecretValue version : versions.all()) {
      keys.add(key(version.text()));
    }
    return new ChallengeKeys(keys);
  }

  private static ChallengeKey key(@Nullable String base64) {
    Option.require(base64 != null && !base64.isBlank(), "key", "is missing", FIX);
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(String.valueOf(base64).strip());
    } catch (IllegalArgumentException e) {
      // Its message quotes the key, so it is no cause either.
      throw new InvalidOptionException("key", "is no base64", FIX);
    }
    Option.require(
        bytes.length >= MIN_BYTES,
        "key",
        "has " + bytes.length + " bytes, too few",
        "use at least " + MIN_BYTES + " random bytes");
    return new ChallengeKey(bytes);
  }

  ChallengeKey current() {
    return newestFirst.get(0);
  }

  List<ChallengeKey> newestFirst() {
    return newestFirst;
  }

  @Override
  public String toString() {
    return "ChallengeKeys[" + newestFirst.size() + "]";
  }
}
