package dev.gatewright.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.VerificationKey;
import dev.gatewright.authentication.jwt.VerificationKeys;
import dev.gatewright.authentication.strict.StrictBase64Url;
import dev.gatewright.authentication.strict.StrictJson;
import dev.gatewright.testing.TestKeys;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicJwkSetTest {

  private static List<Map<String, Object>> keysOf(String json) throws Exception {
    Map<String, Object> set =
        StrictJson.readObject(json.getBytes(StandardCharsets.UTF_8), "the set");
    assertThat(set).containsOnlyKeys("keys");
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> keys = (List<Map<String, Object>>) set.get("keys");
    return keys;
  }

  private static Map<String, Object> written(String keyId, JwtAlgorithm algorithm, Key key)
      throws Exception {
    VerificationKeys keys = VerificationKeys.of(List.of(VerificationKey.of(keyId, algorithm, key)));
    return keysOf(PublicJwkSet.json(keys)).get(0);
  }

  @ParameterizedTest
  @EnumSource(
      value = JwtAlgorithm.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"HS256", "HS384", "HS512"})
  void everyPublicKeyIsReadBackAsItWas(JwtAlgorithm algorithm) throws Exception {
    Key key = TestKeys.verifyingKey(algorithm);
    Map<String, Object> jwk = written("key \"1\"", algorithm, key);
    assertThat(jwk)
        .containsEntry("kid", "key \"1\"")
        .containsEntry("alg", algorithm.headerValue())
        .containsEntry("use", "sig");
    assertThat(publicKey(jwk)).isEqualTo(key);
  }

  @Test
  void coordinatesKeepTheirLeadingZeros() throws Exception {
    ECPublicKey key;
    do {
      key = (ECPublicKey) TestKeys.ec("secp256r1").getPublic();
    } while (key.getW().getAffineX().bitLength() > 248);
    Map<String, Object> jwk = written("k", JwtAlgorithm.ES256, key);
    assertThat(decoded(jwk, "x")).hasSize(32).startsWith(0);
    assertThat(publicKey(jwk)).isEqualTo(key);
  }

  @Test
  void anEdwardsPointKeepsItsSign() throws Exception {
    for (boolean odd : new boolean[] {true, false}) {
      EdECPublicKey key;
      do {
        key = (EdECPublicKey) TestKeys.edwards("Ed25519").getPublic();
      } while (key.getPoint().isXOdd() != odd);
      assertThat(publicKey(written("k", JwtAlgorithm.EDDSA, key))).isEqualTo(key);
    }
  }

  @Test
  void noPrivateMemberAndNoSecretKeyIsEverWritten() throws Exception {
    VerificationKeys keys =
        VerificationKeys.of(
            List.of(
                VerificationKey.of("secret", JwtAlgorithm.HS256, TestKeys.SECRET),
                VerificationKey.of("rsa", JwtAlgorithm.RS256, TestKeys.RSA.getPublic()),
                VerificationKey.of("ec", JwtAlgorithm.ES256, TestKeys.P256.getPublic()),
                VerificationKey.of("ed", JwtAlgorithm.EDDSA, TestKeys.ED25519.getPublic())));
    String json = PublicJwkSet.json(keys);
    assertThat(json)
        .doesNotContain("secret")
        .doesNotContain(StrictBase64Url.encode(TestKeys.SECRET.getEncoded()));
    assertThat(keysOf(json))
        .hasSize(3)
        .allSatisfy(
            jwk ->
                assertThat(Set.of("kty", "use", "alg", "kid", "n", "e", "crv", "x", "y"))
                    .containsAll(jwk.keySet()));
    assertThat(PublicJwkSet.json(VerificationKeys.of(List.of()))).isEqualTo("{\"keys\":[]}");
  }

  private static byte[] decoded(Map<String, Object> jwk, String name) {
    String text = (String) jwk.get(name);
    return StrictBase64Url.decode(text, 0, text.length());
  }

  private static BigInteger number(Map<String, Object> jwk, String name) {
    return new BigInteger(1, decoded(jwk, name));
  }

  private static PublicKey publicKey(Map<String, Object> jwk) throws Exception {
    return switch ((String) jwk.get("kty")) {
      case "RSA" ->
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
      case "EC" -> {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(
            new ECGenParameterSpec(
                Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1")
                    .get(jwk.get("crv"))));
        yield KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(
                    new ECPoint(number(jwk, "x"), number(jwk, "y")),
                    parameters.getParameterSpec(ECParameterSpec.class)));
      }
      default -> {
        // SubjectPublicKeyInfo of Ed25519 (RFC 8410, section 4) is this prefix and the point.
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] encoded = new byte[prefix.length + 32];
        System.arraycopy(prefix, 0, encoded, 0, prefix.length);
        System.arraycopy(decoded(jwk, "x"), 0, encoded, prefix.length, 32);
        yield KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      }
    };
  }
}
