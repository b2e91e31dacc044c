package dev.gatewright.authentication.jwt;

import dev.gatewright.authentication.strict.InvalidCredentialException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a token's signature with a key of its issuer, by that key's own algorithm; that the
 * token names the same algorithm is only a further condition.
 */
final class SignatureCheck {

  /**
   * How many keys may be tried for a token that names none. Whoever sends junk would otherwise
   * choose how much the server computes; with more keys than this, tokens must name theirs.
   */
  static final int MAX_TRIES = 4;

  /** How often keys that have changed meanwhile are tried; each wait takes a second or more. */
  private static final int MAX_SETS = 3;

  private SignatureCheck() {}

  /**
   * How a token was verified.
   *
   * @param keys the issuer's keys at that time
   * @param key the one that verified it
   */
  record Verified(VerificationKeys keys, VerificationKey key) {}

  /**
   * Verifies a token.
   *
   * @throws InvalidCredentialException if no key does
   * @throws KeysUnavailableException if the keys cannot be told now
   */
  static Verified verify(CompactJws token, KeySource source) throws InvalidCredentialException {
    JwtHeader header = token.header();
    VerificationKeys keys = source.current();
    for (int set = 0; set < MAX_SETS; set++) {
      VerificationKey key = verifying(token, keys);
      if (key != null) {
        return new Verified(keys, key);
      }
      VerificationKeys next = mayBeNew(header, keys) ? refreshed(header, source, keys) : keys;
      if (next.hasSameKeysAs(keys)) {
        throw new InvalidCredentialException(refusal(header, keys, source));
      }
      keys = next;
    }
    throw new KeysUnavailableException("the keys change faster than they can be tried");
  }

  /** Without a 'kid' a new key shows only in that the known ones do not verify. */
  private static boolean mayBeNew(JwtHeader header, VerificationKeys keys) {
    return header.keyId() == null || keys.candidates(header.keyId()).isEmpty();
  }

  private static VerificationKeys refreshed(
      JwtHeader header, KeySource source, VerificationKeys seen) {
    String keyId = header.keyId();
    return keyId == null ? source.refreshed(seen) : source.refreshed(seen, keyId);
  }

  private static @Nullable VerificationKey verifying(CompactJws token, VerificationKeys keys)
      throws InvalidCredentialException {
    for (VerificationKey key : candidates(token.header(), keys)) {
      if (key.algorithm()
          .verify(key.key(), token.text(), token.signedLength(), token.signature())) {
        return key;
      }
    }
    return null;
  }

  /** Whether a token with this header that was signed with this key would still be verified. */
  static boolean wouldTry(JwtHeader header, VerificationKeys keys, VerificationKey key) {
    try {
      return candidates(header, keys).contains(key);
    } catch (InvalidCredentialException e) {
      return false;
    }
  }

  private static List<VerificationKey> candidates(JwtHeader header, VerificationKeys keys)
      throws InvalidCredentialException {
    List<VerificationKey> fit = ofAlgorithm(header.algorithm(), keys.candidates(header.keyId()));
    if (fit.size() > MAX_TRIES) {
      throw new InvalidCredentialException(
          "the token has no 'kid', and more than " + MAX_TRIES + " keys could have signed it");
    }
    return fit;
  }

  private static String refusal(JwtHeader header, VerificationKeys keys, KeySource source) {
    List<VerificationKey> named = keys.candidates(header.keyId());
    if (named.isEmpty()) {
      return absent(header.keyId(), source);
    }
    return ofAlgorithm(header.algorithm(), named).isEmpty()
        ? JwtHeader.WRONG_ALGORITHM
            + ": "
            + header.algorithm()
            + " instead of "
            + algorithms(named)
            + ". Fix: configure the key for the algorithm that its issuer signs with"
        : "the token's signature is wrong";
  }

  private static String absent(@Nullable String keyId, KeySource source) {
    String reason = keyId == null ? null : source.reasonWithout(keyId);
    return "no configured key has the token's 'kid'"
        + (reason == null
            ? ". Fix: get the token from the issuer whose keys are configured here"
            : ", as the issuer's key of that 'kid' was left out: " + reason);
  }

  private static Set<JwtAlgorithm> algorithms(List<VerificationKey> keys) {
    Set<JwtAlgorithm> algorithms = new TreeSet<>();
    keys.forEach(key -> algorithms.add(key.algorithm()));
    return algorithms;
  }

  private static List<VerificationKey> ofAlgorithm(
      JwtAlgorithm algorithm, List<VerificationKey> keys) {
    if (keys.size() == 1) {
      return keys.get(0).algorithm() == algorithm ? keys : List.of();
    }
    List<VerificationKey> fit = new ArrayList<>(keys.size());
    for (VerificationKey key : keys) {
      if (key.algorithm() == algorithm) {
        fit.add(key);
      }
    }
    return fit;
  }
}
