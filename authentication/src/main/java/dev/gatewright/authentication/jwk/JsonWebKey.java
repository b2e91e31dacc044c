package dev.gatewright.authentication.jwk;

import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import java.security.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public key for verifying signatures, as a JSON Web Key says it (RFC 7517). Immutable. That the
 * key is strong enough and on its curve is checked where it meets its algorithm, by {@code
 * VerificationKey}.
 *
 * @param key the key
 * @param keyId {@code kid}, of at most 256 characters
 * @param algorithm {@code alg}, as the key claims it
 * @param thumbprint base64url of its SHA-256 thumbprint (RFC 7638), as in {@code jkt}
 */
public record JsonWebKey(
    PublicKey key, @Nullable String keyId, @Nullable String algorithm, String thumbprint) {

  /** Longest {@code kid} of a key, in characters. */
  public static final int MAX_KEY_ID_LENGTH = 256;

  /** Members of private and symmetric keys (RFC 7518, sections 6.2.2, 6.3.2 and 6.4). */
  private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  /**
   * Reads a key: its numbers in their only canonical form, of a type this library verifies with.
   *
   * @param members the key's members; what they are called in causes is its choice
   * @throws InvalidCredentialException if it is no such key, holds a private one, or is for
   *     something else than verifying signatures
   */
  public static JsonWebKey read(Claims members) throws InvalidCredentialException {
    for (String name : PRIVATE) {
      if (members.has(name)) {
        throw new InvalidCredentialException(
            "it holds the private or secret member '" + name + "'");
      }
    }
    requireUse(members);
    String keyId = members.text("kid");
    if (keyId != null && keyId.length() > MAX_KEY_ID_LENGTH) {
      throw new InvalidCredentialException("its 'kid' is longer than 256 characters");
    }
    KeyParameters parameters = KeyParameters.read(members);
    return new JsonWebKey(
        parameters.publicKey(),
        keyId,
        members.text("alg"),
        Thumbprint.of(parameters.thumbprintInput()));
  }

  private static void requireUse(Claims members) throws InvalidCredentialException {
    String use = members.text("use");
    if (use != null && !use.equals("sig")) {
      throw new InvalidCredentialException("its 'use' is not 'sig'");
    }
    if (members.has("key_ops") && !members.textOrTexts("key_ops").contains("verify")) {
      throw new InvalidCredentialException("its 'key_ops' does not have 'verify'");
    }
  }
}
