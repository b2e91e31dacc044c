package dev.gatewright.authentication.apikey;

import dev.gatewright.authentication.strict.StrictBase64Url;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One secret under which API keys are hashed. Immutable and thread-safe. */
final class Pepper {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  Pepper(byte[] bytes) {
    key = new SecretKeySpec(bytes, ALGORITHM);
  }

  String hash(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return StrictBase64Url.encode(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform lacks " + ALGORITHM, e);
    }
  }
}
