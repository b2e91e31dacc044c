package dev.gatewright.benchmarks;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import javax.crypto.Mac;

/**
 * The yardstick: a signature verified by the platform alone, as a careful hand-written verifier
 * would, which has the bytes ready and knows the algorithm. One engine for each verification, as
 * they are not thread-safe; the comparison takes constant time.
 */
final class PlatformVerifier {
  private final SignedToken token;

  PlatformVerifier(SignedToken token) {
    this.token = token;
  }

  boolean verify() {
    try {
      return switch (token.algorithm()) {
        case HS256 -> macIsRight();
        case RS256 -> signatureIsRight("SHA256withRSA");
        case ES256 -> signatureIsRight("SHA256withECDSAinP1363Format");
        default -> throw new IllegalStateException("no yardstick for " + token.algorithm());
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The platform cannot verify " + token.algorithm(), e);
    }
  }

  private boolean macIsRight() throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(token.verifying());
    return MessageDigest.isEqual(mac.doFinal(token.signingInput()), token.signature());
  }

  private boolean signatureIsRight(String name) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(name);
    signature.initVerify((PublicKey) token.verifying());
    signature.update(token.signingInput());
    return signature.verify(token.signature());
  }
}
