package dev.gatewright.testing;

import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.authentication.jwt.VerificationKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Real keys of every algorithm, made once for a test run. */
public final class TestKeys {
  public static final KeyPair RSA = rsa(2_048);
  public static final KeyPair OTHER_RSA = rsa(2_048);
  public static final KeyPair P256 = ec("secp256r1");
  public static final KeyPair P384 = ec("secp384r1");
  public static final KeyPair P521 = ec("secp521r1");
  public static final KeyPair ED25519 = edwards("Ed25519");
  public static final SecretKey SECRET = secret(64);
  public static final SecretKey OTHER_SECRET = secret(64);

  private static final Map<JwtAlgorithm, KeyPair> PAIRS = new EnumMap<>(JwtAlgorithm.class);

  static {
    PAIRS.put(JwtAlgorithm.RS256, RSA);
    PAIRS.put(JwtAlgorithm.RS384, RSA);
    PAIRS.put(JwtAlgorithm.RS512, RSA);
    PAIRS.put(JwtAlgorithm.PS256, RSA);
    PAIRS.put(JwtAlgorithm.PS384, RSA);
    PAIRS.put(JwtAlgorithm.PS512, RSA);
    PAIRS.put(JwtAlgorithm.ES256, P256);
    PAIRS.put(JwtAlgorithm.ES384, P384);
    PAIRS.put(JwtAlgorithm.ES512, P521);
    PAIRS.put(JwtAlgorithm.EDDSA, ED25519);
  }

  private TestKeys() {}

  public static SigningKey signing(JwtAlgorithm algorithm) {
    return new SigningKey(null, algorithm, signingKey(algorithm));
  }

  public static java.security.Key signingKey(JwtAlgorithm algorithm) {
    KeyPair pair = PAIRS.get(algorithm);
    return pair == null ? SECRET : pair.getPrivate();
  }

  public static VerificationKey verifying(JwtAlgorithm algorithm) {
    return VerificationKey.of(algorithm, verifyingKey(algorithm));
  }

  public static java.security.Key verifyingKey(JwtAlgorithm algorithm) {
    KeyPair pair = PAIRS.get(algorithm);
    return pair == null ? SECRET : pair.getPublic();
  }

  public static SecretKey secret(int bytes) {
    byte[] secret = new byte[bytes];
    new SecureRandom().nextBytes(secret);
    return new SecretKeySpec(secret, "HMAC");
  }

  public static KeyPair rsa(int bits) {
    return generated("RSA", generator -> generator.initialize(bits));
  }

  public static KeyPair ec(String curve) {
    return generated("EC", generator -> generator.initialize(new ECGenParameterSpec(curve)));
  }

  public static KeyPair edwards(String curve) {
    return generated(curve, generator -> {});
  }

  private static KeyPair generated(String algorithm, Setup setup) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      setup.apply(generator);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(algorithm, e);
    }
  }

  private interface Setup {
    void apply(KeyPairGenerator generator) throws GeneralSecurityException;
  }
}
