package dev.gatewright.authentication.jwk;

import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.StrictBase64Url;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.KeySpec;

/** The members of a key that are the key itself. Immutable. */
sealed interface KeyParameters permits RsaParameters, EcParameters, OkpParameters {

  /** The key. */
  PublicKey publicKey() throws InvalidCredentialException;

  /** What its thumbprint is the hash of (RFC 7638, section 3.2). */
  String thumbprintInput();

  /** Reads those of the key's type; of symmetric keys there are none to be read. */
  static KeyParameters read(Claims members) throws InvalidCredentialException {
    return switch (members.requiredText("kty")) {
      case "RSA" -> RsaParameters.read(members);
      case "EC" -> EcParameters.read(members);
      case "OKP" -> OkpParameters.read(members);
      default -> throw new InvalidCredentialException("its 'kty' is not RSA, EC or OKP");
    };
  }

  /** The bytes of a member that is canonical base64url. */
  static byte[] bytes(Claims members, String name) throws InvalidCredentialException {
    String text = members.requiredText(name);
    byte[] bytes = StrictBase64Url.decode(text, 0, text.length());
    if (bytes == null) {
      throw new InvalidCredentialException("its '" + name + "' is not canonical base64url");
    }
    return bytes;
  }

  /** The key of a specification. */
  static PublicKey generate(String factory, KeySpec specification)
      throws InvalidCredentialException {
    try {
      return KeyFactory.getInstance(factory).generatePublic(specification);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new InvalidCredentialException("its numbers make no " + factory + " key");
    }
  }
}
