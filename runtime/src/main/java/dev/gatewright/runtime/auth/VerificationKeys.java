package dev.gatewright.runtime.auth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All keys of one issuer. Immutable and thread-safe. */
final class VerificationKeys {
  private final Map<String, VerificationKey> byKeyId = new HashMap<>();
  private final List<VerificationKey> all;

  /**
   * All keys.
   *
   * @throws InvalidOptionException if there is none, or two share an id
   */
  VerificationKeys(List<VerificationKey> keys) {
    if (keys.isEmpty()) {
      throw new InvalidOptionException(
          "keys", "is missing", "give at least one key that tokens are verified with");
    }
    all = List.copyOf(keys);
    for (VerificationKey key : all) {
      String keyId = key.keyId();
      if (keyId != null && byKeyId.putIfAbsent(keyId, key) != null) {
        throw new InvalidOptionException(
            "keys",
            "has two keys with the id '" + keyId + "'",
            "give every key its own id, so that a token chooses exactly one");
      }
    }
  }

  /** Refuses the token unless a configured key, with that key's own algorithm, verifies it. */
  void verify(CompactJws token) throws InvalidTokenException {
    String keyId = token.header().keyId();
    if (keyId != null) {
      VerificationKey key = byKeyId.get(keyId);
      if (key == null) {
        throw new InvalidTokenException("no configured key has the token's 'kid'");
      }
      requireAlgorithm(isFor(key, token));
      requireSignature(verifies(key, token));
      return;
    }
    boolean tried = false;
    boolean verified = false;
    for (VerificationKey key : all) {
      if (!verified && isFor(key, token)) {
        tried = true;
        verified = verifies(key, token);
      }
    }
    requireAlgorithm(tried);
    requireSignature(verified);
  }

  private static boolean isFor(VerificationKey key, CompactJws token) {
    return key.algorithm().headerValue().equals(token.header().algorithm());
  }

  private static boolean verifies(VerificationKey key, CompactJws token) {
    return key.algorithm().verify(key.key(), token.signingInput(), token.signature());
  }

  private static void requireAlgorithm(boolean fits) throws InvalidTokenException {
    if (!fits) {
      throw new InvalidTokenException("the token's 'alg' is not what its key is configured for");
    }
  }

  private static void requireSignature(boolean right) throws InvalidTokenException {
    if (!right) {
      throw new InvalidTokenException("the token's signature is wrong");
    }
  }
}
