package dev.gatewright.authentication.jwt;

import dev.gatewright.runtime.option.InvalidOptionException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/** Reads keys from text as configuration files hold it. Never quotes it in a message. */
final class KeyText {
  private static final String PUBLIC = "PUBLIC KEY";
  private static final String PRIVATE = "PRIVATE KEY";

  private KeyText() {}

  static Key forVerifying(JwtAlgorithm algorithm, String text) {
    String family = algorithm.keyRequirement().keyFactory();
    try {
      return family.isEmpty()
          ? secret(text)
          : KeyFactory.getInstance(family)
              .generatePublic(new X509EncodedKeySpec(pem(PUBLIC, text)));
    } catch (GeneralSecurityException e) {
      throw malformed("is no public key for " + algorithm, PUBLIC);
    }
  }

  static Key forSigning(JwtAlgorithm algorithm, String text) {
    String family = algorithm.keyRequirement().keyFactory();
    try {
      return family.isEmpty()
          ? secret(text)
          : KeyFactory.getInstance(family)
              .generatePrivate(new PKCS8EncodedKeySpec(pem(PRIVATE, text)));
    } catch (GeneralSecurityException e) {
      throw malformed("is no private key for " + algorithm, PRIVATE);
    }
  }

  private static Key secret(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.strip());
      if (bytes.length > 0) {
        return new SecretKeySpec(bytes, "HMAC");
      }
    } catch (IllegalArgumentException e) {
      // Its message quotes the secret, so it is no cause either.
    }
    throw new InvalidOptionException(
        KeyRequirement.OPTION, "is no base64", "set it to what 'openssl rand -base64 64' prints");
  }

  private static byte[] pem(String label, String text) {
    String begin = "-----BEGIN " + label + "-----";
    String end = "-----END " + label + "-----";
    String pem = text.strip();
    if (pem.length() < begin.length() + end.length()
        || !pem.startsWith(begin)
        || !pem.endsWith(end)) {
      throw malformed("is no PEM text of a " + label, label);
    }
    try {
      return Base64.getMimeDecoder()
          .decode(pem.substring(begin.length(), pem.length() - end.length()));
    } catch (IllegalArgumentException e) {
      throw malformed("is no PEM text of a " + label, label);
    }
  }

  private static InvalidOptionException malformed(String problem, String label) {
    return new InvalidOptionException(
        KeyRequirement.OPTION,
        problem,
        "give a file that starts with -----BEGIN " + label + "-----");
  }
}
