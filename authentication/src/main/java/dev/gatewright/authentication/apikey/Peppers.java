package dev.gatewright.authentication.apikey;

import dev.gatewright.runtime.option.InvalidOptionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The secrets under which API keys are hashed: the current one, and those before it under which
 * stored hashes are still accepted. Immutable and thread-safe; its text form holds nothing of them.
 *
 * <p>To rotate, put a new pepper first and keep the old one behind it until the keys in use are
 * hashed anew ({@link ApiKeyUpdates} does that as they are used) or have ended.
 */
public final class Peppers {

  /** Least length of a pepper, in bytes. */
  public static final int MIN_BYTES = 32;

  /** Most peppers at one time: every verification computes one HMAC for each. */
  public static final int MAX_COUNT = 16;

  private static final String FIX = "set it to what 'openssl rand -base64 32' prints";

  private final List<Pepper> newestFirst;

  private Peppers(List<Pepper> newestFirst) {
    if (newestFirst.size() > MAX_COUNT) {
      throw new InvalidOptionException(
          "pepper",
          "is there " + newestFirst.size() + " times, more than " + MAX_COUNT,
          "remove those under which no key is hashed any more");
    }
    this.newestFirst = List.copyOf(newestFirst);
  }

  /**
   * Peppers given as bytes.
   *
   * @param current hashes new keys; at least 32 random bytes, copied
   * @param previous accepted as well, newest first; each at least 32 random bytes, copied
   * @throws InvalidOptionException if one is shorter
   */
  public static Peppers of(byte[] current, byte[]... previous) {
    List<Pepper> all = new ArrayList<>();
    all.add(new Pepper(checked(current)));
    for (byte[] pepper : previous) {
      all.add(new Pepper(checked(pepper)));
    }
    return new Peppers(all);
  }

  /**
   * Peppers given as base64 text.
   *
   * @param current hashes new keys
   * @param previous accepted as well, newest first
   * @throws InvalidOptionException if one is missing, malformed, or shorter than 32 bytes; the
   *     message does not quote it
   */
  public static Peppers ofBase64(@Nullable String current, String... previous) {
    return of(
        decoded(current), Arrays.stream(previous).map(Peppers::decoded).toArray(byte[][]::new));
  }

  private static byte[] decoded(@Nullable String text) {
    if (text == null || text.isBlank()) {
      throw new InvalidOptionException("pepper", "is missing", FIX);
    }
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      // Its message quotes the pepper, so it is no cause either.
      throw new InvalidOptionException("pepper", "is no base64", FIX);
    }
  }

  private static byte[] checked(byte[] pepper) {
    if (pepper.length < MIN_BYTES) {
      throw new InvalidOptionException(
          "pepper",
          "has " + pepper.length + " bytes, too few",
          "use at least " + MIN_BYTES + " random bytes");
    }
    return pepper;
  }

  Pepper current() {
    return newestFirst.get(0);
  }

  List<Pepper> newestFirst() {
    return newestFirst;
  }

  @Override
  public String toString() {
    return "Peppers[" + newestFirst.size() + "]";
  }
}
