package dev.gatewright.sample.login;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.Optional;

/** Private keys as text: JSON Web Keys (RFC 7517) on the curve P-256, with a 'kid'. */
public final class SigningKeyText {

  /** What such a text looks like, for messages. */
  public static final String FORM =
      "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":..,\"x\":..,\"y\":..,\"d\":..}";

  private SigningKeyText() {}

  /** The key; empty where the text is anything else. */
  public static Optional<ECKey> read(String text) {
    try {
      if (JWK.parse(text) instanceof ECKey key
          && Curve.P_256.equals(key.getCurve())
          && key.isPrivate()
          && key.getKeyID() != null) {
        return Optional.of(key);
      }
    } catch (ParseException | RuntimeException malformed) {
      // Its message may quote the key.
    }
    return Optional.empty();
  }
}
