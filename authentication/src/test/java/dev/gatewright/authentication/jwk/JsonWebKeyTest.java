package dev.gatewright.authentication.jwk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.StrictJson;
import dev.gatewright.testing.TestJwks;
import dev.gatewright.testing.TestKeys;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWebKeyTest {

  private static JsonWebKey read(String json) throws InvalidCredentialException {
    return JsonWebKey.read(
        new Claims(
            StrictJson.readObject(json.getBytes(StandardCharsets.UTF_8), "the key"), "the key"));
  }

  private static void assertRefused(Map<String, String> members, String cause) {
    assertThatThrownBy(() -> read(TestJwks.json(members)))
        .isInstanceOf(InvalidCredentialException.class)
        .hasMessageContaining(cause);
  }

  @Test
  void everyKindOfPublicKeyIsReadAsItWas() throws Exception {
    assertThat(read(TestJwks.json(TestJwks.rsa(TestKeys.RSA))).key())
        .isEqualTo(TestKeys.RSA.getPublic());
    assertThat(read(TestJwks.json(TestJwks.ec(TestKeys.P256))).key())
        .isEqualTo(TestKeys.P256.getPublic());
    assertThat(read(TestJwks.json(TestJwks.ec(TestKeys.P384))).key())
        .isEqualTo(TestKeys.P384.getPublic());
    assertThat(read(TestJwks.json(TestJwks.ec(TestKeys.P521))).key())
        .isEqualTo(TestKeys.P521.getPublic());
    assertThat(read(TestJwks.json(TestJwks.okp(TestKeys.ED25519))).key())
        .isEqualTo(TestKeys.ED25519.getPublic());
  }

  @Test
  void theThumbprintIsThatOfTheExampleInRfc7638() throws Exception {
    String key =
        "{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86z"
            + "wu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt"
            + "7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajr"
            + "n1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44"
            + "-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\",\"alg\":\"RS256\",\"kid\":\"2011-04-29\"}";
    assertThat(read(key).thumbprint()).isEqualTo("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    assertThat(read(key).keyId()).isEqualTo("2011-04-29");
    assertThat(read(key).algorithm()).isEqualTo("RS256");
  }

  @Test
  void theThumbprintIsThatOfTheExampleInRfc8037() throws Exception {
    String key =
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";
    assertThat(read(key).thumbprint()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  }

  @Test
  void theThumbprintIsThatOfTheProofKeyInRfc9449() throws Exception {
    String key =
        "{\"kty\":\"EC\",\"x\":\"l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs\",\"y\":"
            + "\"9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA\",\"crv\":\"P-256\"}";
    assertThat(read(key).thumbprint()).isEqualTo("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
  }

  @ParameterizedTest
  @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
  void aKeyWithAPrivateMemberIsRefused(String member) {
    for (String value : new String[] {"\"AQAB\"", "null", "[]"}) {
      assertRefused(TestJwks.with(TestJwks.rsa(TestKeys.RSA), member, value), "'" + member + "'");
    }
  }

  @Test
  void aSymmetricKeyIsRefused() {
    assertRefused(TestJwks.members("oct"), "'kty'");
    assertRefused(TestJwks.members("PBKDF2"), "'kty'");
    assertRefused(TestJwks.members("rsa"), "'kty'");
  }

  @Test
  void aKeyForSomethingElseThanVerifyingSignaturesIsRefused() throws Exception {
    Map<String, String> key = TestJwks.ec(TestKeys.P256);
    assertRefused(TestJwks.with(key, "use", "\"enc\""), "'use'");
    assertRefused(TestJwks.with(key, "use", "\"SIG\""), "'use'");
    assertRefused(TestJwks.with(key, "use", "null"), "'use'");
    assertRefused(TestJwks.with(key, "key_ops", "[]"), "'key_ops'");
    assertRefused(TestJwks.with(key, "key_ops", "[\"sign\",\"encrypt\"]"), "'key_ops'");
    assertRefused(TestJwks.with(key, "key_ops", "{}"), "'key_ops'");
    assertThat(read(TestJwks.json(TestJwks.with(key, "key_ops", "[\"verify\"]")))).isNotNull();
    assertThat(read(TestJwks.json(TestJwks.with(key, "use", "\"sig\"")))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"n, RSA", "e, RSA", "x, EC", "y, EC", "crv, EC", "x, OKP", "crv, OKP", "kty, EC"})
  void aKeyWithoutAMandatoryMemberIsRefused(String member, String type) {
    Map<String, String> key =
        switch (type) {
          case "RSA" -> TestJwks.rsa(TestKeys.RSA);
          case "EC" -> TestJwks.ec(TestKeys.P256);
          default -> TestJwks.okp(TestKeys.ED25519);
        };
    key.remove(member);
    assertRefused(key, "'" + member + "'");
    assertRefused(TestJwks.with(key, member, "7"), "'" + member + "'");
    assertRefused(TestJwks.with(key, member, "\"\""), "'" + member + "'");
  }

  @Test
  void aNumberHasOneTextOnly() {
    Map<String, String> rsa = TestJwks.rsa(TestKeys.RSA);
    assertRefused(TestJwks.with(rsa, "e", "\"AQAB=\""), "'e' is not canonical");
    assertRefused(TestJwks.with(rsa, "e", "\"AQ A\""), "'e' is not canonical");
    assertRefused(TestJwks.with(rsa, "e", "\"Aw\\u003d\\u003d\""), "'e' is not canonical");
    assertRefused(TestJwks.with(rsa, "e", "\"Ax\""), "'e' is not canonical");
    assertRefused(TestJwks.with(rsa, "e", "\"AAEAAQ\""), "starts with zeros");
    assertRefused(TestJwks.with(rsa, "e", "\"AA\""), "zero");
  }

  @Test
  void aCoordinateIsAsLongAsItsCurve() {
    Map<String, String> ec = TestJwks.ec(TestKeys.P256);
    assertRefused(TestJwks.with(ec, "x", "\"AQAB\""), "'x' is not of 32 bytes");
    assertRefused(TestJwks.with(ec, "crv", "\"P-384\""), "'x' is not of 48 bytes");
    assertRefused(TestJwks.with(ec, "crv", "\"secp256k1\""), "'crv'");
    Map<String, String> okp = TestJwks.okp(TestKeys.ED25519);
    assertRefused(TestJwks.with(okp, "x", "\"AQAB\""), "'x' is not of 32 bytes");
    assertRefused(TestJwks.with(okp, "crv", "\"X25519\""), "'crv'");
    assertRefused(TestJwks.with(okp, "crv", "\"Ed448\""), "'crv'");
  }

  @Test
  void aCauseHoldsNothingOfTheKey() {
    assertThatThrownBy(
            () ->
                read(
                    TestJwks.json(TestJwks.with(TestJwks.rsa(TestKeys.RSA), "e", "\"c2VjcmV0=\""))))
        .hasMessageNotContaining("c2VjcmV0");
  }
}
