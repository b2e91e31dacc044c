package dev.gatewright.runtime.auth.jwt;

import dev.gatewright.runtime.strict.InvalidCredentialException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a token's signature with a key of its issuer, by that key's own algorithm; that the
 * token names the same algorithm is only a further condition.
 */
final class SignatureCheck {
  private SignatureCheck() {}

  /**
   * The key that verified the token.
   *
   * @throws InvalidCredentialException if none does
   * @throws KeysUnavailableException if the keys cannot be told now
   */
  static VerificationKey verifyingKey(CompactJws token, KeySource source)
      throws InvalidCredentialException {
    String keyId = token.header().keyId();
    VerificationKeys keys = source.current();
    List<VerificationKey> candidates = keys.candidates(keyId);
    if (candidates.isEmpty()) {
      candidates = source.refreshed(keys).candidates(keyId);
    }
    if (candidates.isEmpty()) {
      throw new InvalidCredentialException("no configured key has the token's 'kid'");
    }
    VerificationKey verifying = null;
    boolean tried = false;
    for (int i = 0; i < candidates.size() && verifying == null; i++) {
      VerificationKey key = candidates.get(i);
      if (key.algorithm().headerValue().equals(token.header().algorithm())) {
        tried = true;
        verifying = verified(key, token);
      }
    }
    if (!tried) {
      throw new InvalidCredentialException(
          "the token's 'alg' is not what its key is configured for");
    }
    if (verifying == null) {
      throw new InvalidCredentialException("the token's signature is wrong");
    }
    return verifying;
  }

  private static @Nullable VerificationKey verified(VerificationKey key, CompactJws token) {
    return key.algorithm().verify(key.key(), token.signingInput(), token.signature()) ? key : null;
  }
}
