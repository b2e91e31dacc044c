package dev.gatewright.authentication.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.testing.TestKeys;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KeyRequirementTest {

  private static void assertUnfit(JwtAlgorithm algorithm, Key key, String problem) {
    assertThatThrownBy(() -> VerificationKey.of(algorithm, key))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'key' " + problem);
  }

  @ParameterizedTest
  @CsvSource({"HS256, 32", "HS384, 48", "HS512, 64"})
  void aSecretIsAsLongAsItsHash(JwtAlgorithm algorithm, int bytes) {
    assertThat(VerificationKey.of(algorithm, TestKeys.secret(bytes)).algorithm())
        .isEqualTo(algorithm);
    assertUnfit(algorithm, TestKeys.secret(bytes - 1), "has " + (bytes - 1) * 8 + " bits, too few");
  }

  @Test
  void aPublicKeysTextIsNoSecret() {
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(TestKeys.RSA.getPublic().getEncoded());
    assertUnfit(
        JwtAlgorithm.HS256,
        new SecretKeySpec(pem.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"),
        "is the text of a PEM file");
  }

  @Test
  void aPublicKeyIsNoSecretAndASecretIsNoPublicKey() {
    assertUnfit(JwtAlgorithm.HS256, TestKeys.RSA.getPublic(), "is no secret key");
    assertUnfit(JwtAlgorithm.RS256, TestKeys.SECRET, "is no public key");
    assertUnfit(JwtAlgorithm.ES256, TestKeys.SECRET, "is no public key");
    assertUnfit(JwtAlgorithm.EDDSA, TestKeys.SECRET, "is no public key");
  }

  @Test
  void aSecretWhoseBytesCannotBeCheckedIsRefused() {
    SecretKey hidden =
        new SecretKey() {
          private static final long serialVersionUID = 1L;

          @Override
          public String getAlgorithm() {
            return "HmacSHA256";
          }

          @Override
          public String getFormat() {
            return null;
          }

          @Override
          public byte[] getEncoded() {
            return null;
          }
        };
    assertUnfit(JwtAlgorithm.HS256, hidden, "is no secret key whose bytes can be checked");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "HS.*")
  void signaturesAreNotVerifiedWithPrivateKeysNorMadeWithPublicOnes(JwtAlgorithm algorithm) {
    assertUnfit(algorithm, TestKeys.signingKey(algorithm), "is no public key");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SigningKey(null, algorithm, TestKeys.verifyingKey(algorithm)))
        .withMessageContaining("is no private key");
  }

  @Test
  void anRsaKeyHas2048BitsOrMore() {
    assertUnfit(JwtAlgorithm.RS256, TestKeys.rsa(1_024).getPublic(), "has 1024 bits, too few");
    assertUnfit(JwtAlgorithm.PS512, TestKeys.rsa(2_040).getPublic(), "has 2040 bits, too few");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SigningKey(null, JwtAlgorithm.RS256, TestKeys.rsa(1_024).getPrivate()))
        .withMessageContaining("has 1024 bits, too few");
  }

  @Test
  void anRsaExponentOfOneIsRefused() {
    RSAPublicKey weak =
        new RSAPublicKey() {
          private static final long serialVersionUID = 1L;

          @Override
          public BigInteger getPublicExponent() {
            return BigInteger.ONE;
          }

          @Override
          public BigInteger getModulus() {
            return ((RSAPublicKey) TestKeys.RSA.getPublic()).getModulus();
          }

          @Override
          public String getAlgorithm() {
            return "RSA";
          }

          @Override
          public String getFormat() {
            return null;
          }

          @Override
          public byte[] getEncoded() {
            return null;
          }
        };
    assertUnfit(JwtAlgorithm.RS256, weak, "has an RSA exponent that secures nothing");
  }

  @Test
  void anExponentOfThreeIsLetPass() throws Exception {
    BigInteger modulus = ((RSAPublicKey) TestKeys.RSA.getPublic()).getModulus();
    PublicKey key =
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(3)));
    assertThat(VerificationKey.of(JwtAlgorithm.RS256, key).key()).isSameAs(key);
  }

  @Test
  void anEllipticCurveKeyIsOnTheAlgorithmsCurve() {
    assertUnfit(JwtAlgorithm.ES256, TestKeys.P384.getPublic(), "is no key on the curve secp256r1");
    assertUnfit(JwtAlgorithm.ES384, TestKeys.P521.getPublic(), "is no key on the curve secp384r1");
    assertUnfit(JwtAlgorithm.ES512, TestKeys.P256.getPublic(), "is no key on the curve secp521r1");
    assertUnfit(JwtAlgorithm.ES256, TestKeys.RSA.getPublic(), "is no key on the curve secp256r1");
    assertUnfit(JwtAlgorithm.ES256, TestKeys.ED25519.getPublic(), "is no key on the curve");
  }

  @Test
  void aPointOffItsCurveIsRefused() {
    ECPublicKey right = (ECPublicKey) TestKeys.P256.getPublic();
    ECPoint off = new ECPoint(right.getW().getAffineX(), right.getW().getAffineX());
    for (ECPoint point : new ECPoint[] {off, ECPoint.POINT_INFINITY}) {
      ECPublicKey wrong =
          new ECPublicKey() {
            private static final long serialVersionUID = 1L;

            @Override
            public ECPoint getW() {
              return point;
            }

            @Override
            public ECParameterSpec getParams() {
              return right.getParams();
            }

            @Override
            public String getAlgorithm() {
              return "EC";
            }

            @Override
            public String getFormat() {
              return null;
            }

            @Override
            public byte[] getEncoded() {
              return null;
            }
          };
      assertUnfit(JwtAlgorithm.ES256, wrong, "is a point off its curve");
    }
  }

  @Test
  void anEdwardsKeyIsOnEd25519() {
    assertUnfit(JwtAlgorithm.EDDSA, TestKeys.edwards("Ed448").getPublic(), "is no Ed25519 key");
    assertUnfit(JwtAlgorithm.EDDSA, TestKeys.P256.getPublic(), "is no Ed25519 key");
  }

  @Test
  void aPssKeyIsOnlyForPss() throws Exception {
    java.security.KeyPairGenerator generator =
        java.security.KeyPairGenerator.getInstance("RSASSA-PSS");
    generator.initialize(2_048);
    PublicKey key = generator.generateKeyPair().getPublic();
    assertThat(VerificationKey.of(JwtAlgorithm.PS256, key).key()).isSameAs(key);
    assertUnfit(JwtAlgorithm.RS256, key, "is no RSA key for this algorithm");
  }

  @ParameterizedTest
  @EnumSource(JwtAlgorithm.class)
  void aKeyCanBeGivenAsText(JwtAlgorithm algorithm) {
    String verifying = text("PUBLIC KEY", TestKeys.verifyingKey(algorithm));
    String signing = text("PRIVATE KEY", TestKeys.signingKey(algorithm));

    assertThat(VerificationKey.ofText("k", algorithm, verifying).key().getEncoded())
        .isEqualTo(TestKeys.verifyingKey(algorithm).getEncoded());
    assertThat(SigningKey.ofText("k", algorithm, " " + signing + "\n").key().getEncoded())
        .isEqualTo(TestKeys.signingKey(algorithm).getEncoded());
  }

  private static String text(String label, Key key) {
    if (key instanceof SecretKey) {
      return Base64.getEncoder().encodeToString(key.getEncoded());
    }
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(key.getEncoded())
        + "\n-----END "
        + label
        + "-----";
  }

  @ParameterizedTest
  @EnumSource(JwtAlgorithm.class)
  void aTextThatIsNoKeyIsRefusedAndNotQuoted(JwtAlgorithm algorithm) {
    for (String wrong :
        new String[] {
          "",
          "hunter2!",
          "-----BEGIN PUBLIC KEY-----hunter2-----END PUBLIC KEY-----",
          "-----BEGIN PRIVATE KEY-----hunter2-----END PRIVATE KEY-----",
          "-----BEGIN PUBLIC KEY-----",
        }) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> VerificationKey.ofText(null, algorithm, wrong))
          .withMessageContaining("'key'")
          .withNoCause()
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SigningKey.ofText(null, algorithm, wrong))
          .withNoCause()
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }
  }

  @Test
  void theTextFormOfAKeyHoldsNothingOfIt() {
    assertThat(VerificationKey.of("k", JwtAlgorithm.RS256, TestKeys.RSA.getPublic()))
        .hasToString("VerificationKey[keyId=k, algorithm=RS256]");
    assertThat(SigningKey.of("k", JwtAlgorithm.HS256, TestKeys.SECRET))
        .hasToString("SigningKey[keyId=k, algorithm=HS256]");
  }
}
