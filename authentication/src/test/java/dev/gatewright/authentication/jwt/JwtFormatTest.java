package dev.gatewright.authentication.jwt;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.strict.StrictBase64Url;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.Tokens;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtFormatTest {
  private final JwtAccessTokens authenticator = Tokens.authenticator();
  private final String token = Tokens.signed(Tokens.claims());
  private final String claims = Tokens.json(Tokens.claims());

  @Test
  void anEmptyTokenIsRejected() {
    assertRejected(authenticator.verify(""), "empty");
  }

  @Test
  void aTokenHasExactlyThreeSegments() {
    assertRejected(authenticator.verify("a"), "three segments");
    assertRejected(authenticator.verify("a.b"), "three segments");
    assertRejected(authenticator.verify(token + "."), "three segments");
    assertRejected(authenticator.verify(token + ".a.b"), "three segments");
    assertRejected(authenticator.verify("...."), "three segments");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", " ", "\n", "+", "/", ",", "\u0000", "\u00e9", "\ud83d\ude00", "%3D"})
  void aCharacterOutsideBase64urlIsRejectedAnywhere(String junk) {
    String second = token.substring(token.indexOf('.') + 1);
    assertRejected(authenticator.verify(junk + token), "base64url");
    assertRejected(authenticator.verify(token + junk), "base64url");
    assertRejected(
        authenticator.verify(token.substring(0, token.indexOf('.')) + junk + "." + second),
        "base64url");
  }

  @Test
  void unusedBitsOfASegmentsLastCharacterMustBeZero() {
    // 32 bytes of signature leave two unused bits in the last character.
    char last = token.charAt(token.length() - 1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    char twin = alphabet.charAt(alphabet.indexOf(last) | 1);
    assertThat(twin).isNotEqualTo(last);
    assertRejected(
        authenticator.verify(token.substring(0, token.length() - 1) + twin), "base64url");
  }

  @Test
  void aTokenIsReadUpToItsGreatestLengthAndNotBeyond() {
    String shortToken = Tokens.signed(Tokens.claimsWith("x", "\"\""));
    int padding = (8_192 - shortToken.length()) / 4 * 3;
    String longToken = Tokens.signed(Tokens.claimsWith("x", "\"" + "a".repeat(padding) + "\""));
    assertThat(longToken.length()).isBetween(8_189, 8_192);
    accepted(authenticator.verify(longToken));
    assertRejected(
        authenticator.verify(
            Tokens.signed(Tokens.claimsWith("x", "\"" + "a".repeat(padding + 6) + "\""))),
        "longer than 8192");
    assertRejected(authenticator.verify("a".repeat(50_000_000)), "longer than 8192");
  }

  @ParameterizedTest
  @ValueSource(strings = {"crit", "b64", "zip", "enc", "jwk", "jku", "x5u", "x5c", "cty"})
  void aHeaderThatChangesHowTheTokenIsReadIsRejected(String name) {
    for (String value : new String[] {"null", "true", "[]", "\"DEF\"", "{}"}) {
      String header = "{\"alg\":\"HS256\",\"" + name + "\":" + value + "}";
      assertRejected(authenticator.verify(Tokens.signed(header, claims)), "'" + name + "'");
    }
  }

  @Test
  void anEncryptedTokenIsRejected() {
    String jwe =
        StrictBase64Url.encode("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}") + "..aXY.Y2lwaGVy.dGFn";
    assertRejected(authenticator.verify(jwe), "three segments");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt"})
  void theTypeOfAnAccessTokenIsAccepted(String type) {
    String header = "{\"alg\":\"HS256\",\"typ\":\"" + type + "\"}";
    accepted(authenticator.verify(Tokens.signed(header, claims)));
  }

  @Test
  void theTypeMayBeAbsent() {
    accepted(authenticator.verify(Tokens.signed("{\"alg\":\"HS256\"}", claims)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "null",
        "1",
        "\"dpop+jwt\"",
        "\"logout+jwt\"",
        "\"JOSE\"",
        "\"JWE\"",
        "[\"JWT\"]"
      })
  void anyOtherTypeIsRejected(String type) {
    String header = "{\"alg\":\"HS256\",\"typ\":" + type + "}";
    assertRejected(authenticator.verify(Tokens.signed(header, claims)), "'typ'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"typ\":\"JWT\"}"})
  void aHeaderWithoutAlgorithmIsRejected(String header) {
    assertRejected(authenticator.verify(Tokens.signed(header, claims)), "'alg'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "\"text\"",
        "1",
        "{",
        "{\"alg\":\"HS256\"",
        "{\"alg\":\"HS256\"}}",
        "{\"alg\":\"HS256\"}{}",
        "{\"alg\":\"HS256\"} x",
        "{\"alg\":\"none\",\"alg\":\"HS256\"}",
        "{\"alg\":\"HS256\",\"\\u0061lg\":\"HS256\"}",
        "{'alg':'HS256'}",
        "{alg:\"HS256\"}",
        "{\"alg\":\"HS256\",}",
        "{\"alg\":\"HS256\",\"x\":NaN}",
        "{\"alg\":\"HS256\",\"x\":01}",
        "{\"alg\":\"HS256\"/**/}",
        "\ufeff{\"alg\":\"HS256\"}",
      })
  void aHeaderThatIsNotOneStrictJsonObjectIsRejected(String header) {
    assertRejected(authenticator.verify(Tokens.signed(header, claims)), "a part of the token");
  }

  @Test
  void claimsThatAreNotOneStrictJsonObjectAreRejected() {
    String body = claims.substring(1, claims.length() - 1);
    for (String wrong :
        new String[] {
          "",
          "[" + claims + "]",
          claims + claims,
          claims + "]",
          claims + " \"x\"",
          "{" + body + ",}",
          "{" + body + ",\"sub\":\"mallory\"}",
          "{" + body + ",\"\\u0073ub\":\"mallory\"}",
          "{" + body + ",\"x\":{\"a\":1,\"a\":2}}",
          "{" + body + ",\"x\":Infinity}",
          "{" + body + ",\"x\":1e}",
          "{" + body + ",\"x\":\"\u0001\"}",
          "{" + body + ",\"x\":" + "9".repeat(65) + "}",
          "{" + body + "} // comment",
        }) {
      assertRejected(
          authenticator.verify(Tokens.signed(Tokens.HEADER, wrong)), "a part of the token");
    }
  }

  @Test
  void blanksAroundTheJsonAreLetPass() {
    accepted(authenticator.verify(Tokens.signed(" " + Tokens.HEADER, claims + "\r\n ")));
  }

  @Test
  void claimsMayNestSixteenDeepAndNotDeeper() {
    accepted(authenticator.verify(nested(15)));
    assertRejected(authenticator.verify(nested(16)), "malformed JSON");
    assertRejected(authenticator.verify(nested(2_900)), "malformed JSON");
  }

  private static String nested(int depth) {
    return Tokens.signed(Tokens.claimsWith("x", "[".repeat(depth) + "]".repeat(depth)));
  }

  @Test
  void bytesThatAreNotUtf8AreRejected() {
    for (String wrong : new String[] {"\u00ff", "\u00c0\u00af", "\u00ed\u00a0\u0080", "\u00e9"}) {
      byte[] bytes =
          ("{\"x\":\"" + wrong + "\"," + claims.substring(1)).getBytes(StandardCharsets.ISO_8859_1);
      String signingInput =
          StrictBase64Url.encode(Tokens.HEADER) + "." + StrictBase64Url.encode(bytes);
      String signed = Tokens.signed(TestKeys.signing(JwtAlgorithm.HS256), signingInput);
      assertRejected(authenticator.verify(signed), "not UTF-8");
    }
  }

  @Test
  void noClaimIsBelievedBeforeTheSignatureIsVerified() {
    String forged = Tokens.signed(Tokens.claimsWith("exp", "1"));
    assertRejected(authenticator.verify(forged), "expired");
    String unsigned = forged.substring(0, forged.lastIndexOf('.') + 1) + "AAAA";
    assertRejected(authenticator.verify(unsigned), "signature is wrong");
  }
}
