package dev.gatewright.authentication.jwt;

import dev.gatewright.authentication.strict.RsaModulus;
import dev.gatewright.runtime.option.InvalidOptionException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** What an algorithm demands of its keys: their type and strength. Immutable. */
sealed interface KeyRequirement {

  /** The option that messages name. */
  String OPTION = "key";

  /** The key that verifies, as the engine wants it; an IllegalArgumentException if it is unfit. */
  Key checkedForVerifying(Key key);

  /** The key that signs, as the engine wants it; an IllegalArgumentException if it is unfit. */
  Key checkedForSigning(Key key);

  /** The platform's name for factories of these keys; empty for secrets, which need none. */
  String keyFactory();

  static KeyRequirement hmac(String jcaName, int minimumBits) {
    return new Hmac(jcaName, minimumBits);
  }

  static KeyRequirement rsa(String... keyAlgorithms) {
    return new Rsa(Set.of(keyAlgorithms));
  }

  static KeyRequirement ec(String curve) {
    return new Ec(curve);
  }

  static KeyRequirement ed25519() {
    return new Ed25519();
  }

  private static InvalidOptionException unfit(String problem, String fix) {
    return new InvalidOptionException(OPTION, problem, fix);
  }

  private static void requirePublic(Key key) {
    if (!(key instanceof PublicKey)) {
      throw unfit(
          "is no public key, which is what signatures are verified with",
          "give the public half of the issuer's key pair");
    }
  }

  private static void requirePrivate(Key key) {
    if (!(key instanceof PrivateKey)) {
      throw unfit(
          "is no private key, which is what tokens are signed with",
          "give the private half of the key pair");
    }
  }

  /** A shared secret. */
  record Hmac(String jcaName, int minimumBits) implements KeyRequirement {
    private static final String PEM = "-----BEGIN";

    @Override
    public Key checkedForVerifying(Key key) {
      byte[] encoded = key instanceof SecretKey ? key.getEncoded() : null;
      if (encoded == null) {
        throw unfit("is no secret key whose bytes can be checked", "give a SecretKeySpec");
      }
      if (encoded.length * 8 < minimumBits) {
        throw unfit(
            "has " + encoded.length * 8 + " bits, too few",
            "use at least " + minimumBits + " random bits (RFC 7518, section 3.2)");
      }
      if (new String(encoded, 0, PEM.length(), StandardCharsets.ISO_8859_1).equals(PEM)) {
        // Whoever has the public key could sign: the oldest way to confuse algorithms.
        throw unfit("is the text of a PEM file, not a secret", "use random bytes");
      }
      return new SecretKeySpec(encoded, jcaName);
    }

    @Override
    public String keyFactory() {
      return "";
    }

    @Override
    public Key checkedForSigning(Key key) {
      return checkedForVerifying(key);
    }
  }

  /** RSA. */
  record Rsa(Set<String> keyAlgorithms) implements KeyRequirement {
    @Override
    public Key checkedForVerifying(Key key) {
      requirePublic(key);
      check(key);
      if (key instanceof RSAPublicKey rsa && !RsaModulus.isSane(rsa.getPublicExponent())) {
        throw unfit("has an RSA exponent that secures nothing or costs much", "use exponent 65537");
      }
      return key;
    }

    @Override
    public String keyFactory() {
      return "RSA";
    }

    @Override
    public Key checkedForSigning(Key key) {
      requirePrivate(key);
      return check(key);
    }

    private Key check(Key key) {
      if (!(key instanceof RSAKey rsa) || !keyAlgorithms.contains(key.getAlgorithm())) {
        throw unfit("is no RSA key for this algorithm", "give the key this algorithm is for");
      }
      if (rsa.getModulus().bitLength() < RsaModulus.MINIMUM_BITS) {
        throw unfit(
            "has " + rsa.getModulus().bitLength() + " bits, too few",
            "use at least " + RsaModulus.MINIMUM_BITS + " bits (RFC 7518, section 3.3)");
      }
      if (rsa.getModulus().bitLength() > RsaModulus.MAXIMUM_BITS) {
        throw unfit("has more than " + RsaModulus.MAXIMUM_BITS + " bits", "use 3072 bits");
      }
      String weakness = new RsaModulus(rsa.getModulus()).weakness();
      if (weakness != null) {
        throw unfit(weakness, "make a new key pair, with another program or device");
      }
      return key;
    }
  }

  /** An elliptic curve. */
  record Ec(String curve) implements KeyRequirement {

    @Override
    public Key checkedForVerifying(Key key) {
      requirePublic(key);
      check(key);
      if (key instanceof ECPublicKey ec && !isOnCurve(ec.getW(), ec.getParams())) {
        throw unfit("is a point off its curve", "get the key anew from the issuer");
      }
      return key;
    }

    @Override
    public String keyFactory() {
      return "EC";
    }

    @Override
    public Key checkedForSigning(Key key) {
      requirePrivate(key);
      return check(key);
    }

    private Key check(Key key) {
      if (!(key instanceof ECKey ec) || !isSameCurve(ec.getParams(), parameters())) {
        throw unfit("is no key on the curve " + curve, "give the key this algorithm is for");
      }
      return key;
    }

    private ECParameterSpec parameters() {
      try {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve));
        return parameters.getParameterSpec(ECParameterSpec.class);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("This Java platform lacks the curve " + curve, e);
      }
    }

    private static boolean isSameCurve(ECParameterSpec one, ECParameterSpec other) {
      return one.getCurve().equals(other.getCurve())
          && one.getGenerator().equals(other.getGenerator())
          && one.getOrder().equals(other.getOrder())
          && one.getCofactor() == other.getCofactor();
    }

    private static boolean isOnCurve(ECPoint point, ECParameterSpec parameters) {
      if (point.equals(ECPoint.POINT_INFINITY)
          || !(parameters.getCurve().getField() instanceof ECFieldFp field)) {
        return false;
      }
      BigInteger p = field.getP();
      BigInteger x = point.getAffineX();
      BigInteger y = point.getAffineY();
      BigInteger right =
          x.pow(3).add(parameters.getCurve().getA().multiply(x)).add(parameters.getCurve().getB());
      return x.signum() >= 0
          && x.compareTo(p) < 0
          && y.signum() >= 0
          && y.compareTo(p) < 0
          && y.pow(2).subtract(right).mod(p).signum() == 0;
    }
  }

  /** Ed25519. */
  record Ed25519() implements KeyRequirement {
    @Override
    public Key checkedForVerifying(Key key) {
      requirePublic(key);
      check(key);
      if (key instanceof EdECPublicKey edwards && !Ed25519Point.isKey(edwards.getPoint())) {
        throw unfit("is a point that secures nothing", "get the key anew from the issuer");
      }
      return key;
    }

    @Override
    public String keyFactory() {
      return "Ed25519";
    }

    @Override
    public Key checkedForSigning(Key key) {
      requirePrivate(key);
      return check(key);
    }

    private static Key check(Key key) {
      if (!(key instanceof EdECKey edwards) || !edwards.getParams().getName().equals("Ed25519")) {
        throw unfit("is no Ed25519 key", "give the key this algorithm is for");
      }
      return key;
    }
  }
}
