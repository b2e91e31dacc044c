package dev.gatewright.sample.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.KeySource;
import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.authentication.jwt.VerificationKey;
import dev.gatewright.authentication.jwt.VerificationKeys;
import dev.gatewright.secret.RotatingSecret;
import dev.gatewright.secret.SecretValue;
import dev.gatewright.secret.SecretVersions;
import dev.gatewright.secret.Secrets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads the keys of the bank's own tokens from one secret: its current version signs, and those
 * before it verify during their overlap. Each is a JSON Web Key (RFC 7517) on the curve P-256, with
 * a 'kid'. Thread-safe.
 */
final class LogInKeys implements KeySource, Supplier<SigningKey> {

  private record Keys(SigningKey signing, VerificationKeys verification) {}

  private final String name;
  private final RotatingSecret<Keys> keys;

  /**
   * Reads a secret, and each new version of it.
   *
   * @param name name of the secret
   * @throws IllegalStateException if it holds no such key; the message does not quote it
   */
  LogInKeys(Secrets secrets, String name) {
    this.name = name;
    this.keys = secrets.rotating(name, this::keys);
  }

  private Keys keys(SecretVersions versions) {
    List<VerificationKey> verification = new ArrayList<>();
    for (SecretValue version : versions.all()) {
      ECKey key = read(version);
      verification.add(verifying(key));
    }
    return new Keys(signing(read(versions.current())), VerificationKeys.of(verification));
  }

  private ECKey read(SecretValue version) {
    try {
      if (JWK.parse(version.text()) instanceof ECKey key
          && Curve.P_256.equals(key.getCurve())
          && key.isPrivate()
          && key.getKeyID() != null) {
        return key;
      }
    } catch (ParseException | RuntimeException malformed) {
      // Its message may quote the key.
    }
    throw new IllegalStateException(
        "The secret '"
            + name
            + "', which 'bank.signing-key-name' names, is no private P-256 key with a 'kid'. Fix:"
            + " write it as"
            + " {\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":..,\"x\":..,\"y\":..,\"d\":..}.");
  }

  private static SigningKey signing(ECKey key) {
    try {
      return SigningKey.of(key.getKeyID(), JwtAlgorithm.ES256, key.toECPrivateKey());
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }

  private static VerificationKey verifying(ECKey key) {
    try {
      return VerificationKey.of(key.getKeyID(), JwtAlgorithm.ES256, key.toECPublicKey());
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }

  /** Returns the key that signs now. */
  @Override
  public SigningKey get() {
    return keys.get().signing();
  }

  @Override
  public VerificationKeys current() {
    return keys.get().verification();
  }

  @Override
  public VerificationKeys refreshed(VerificationKeys seen) {
    return keys.refreshed().verification();
  }
}
