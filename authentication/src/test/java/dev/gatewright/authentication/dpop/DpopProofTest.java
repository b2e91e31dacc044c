package dev.gatewright.authentication.dpop;

import static dev.gatewright.authentication.dpop.DpopFixture.assertProofRejected;
import static dev.gatewright.authentication.dpop.DpopFixture.authenticate;
import static dev.gatewright.authentication.dpop.DpopFixture.request;
import static dev.gatewright.testing.AuthenticationAssert.accepted;

import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.authentication.strict.Sha256;
import dev.gatewright.authentication.strict.WeakRsaKeys;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.testing.TestJwks;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.Tokens;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9449, section 4.3, item by item. */
class DpopProofTest {
  private final DpopFixture fixture = new DpopFixture();
  private final String token = Proofs.boundToken();

  private Authentication withHeader(String name, String json) {
    return fixture.authenticate(
        token, Proofs.signed(Proofs.with(Proofs.header(), name, json), Proofs.claims(token)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"JWT\"",
        "\"at+jwt\"",
        "\"DPOP+JWT\"",
        "\"application/dpop+jwt\"",
        "null",
        "1",
        "[\"dpop+jwt\"]"
      })
  void aProofOfAnotherTypeIsRefused(String type) {
    assertProofRejected(withHeader("typ", type), "'typ'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"typ", "alg", "jwk"})
  void everyMemberOfTheHeaderIsMandatory(String name) {
    assertProofRejected(
        fixture.authenticate(
            token, Proofs.signed(Proofs.without(Proofs.header(), name), Proofs.claims(token))),
        "'" + name + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jti", "htm", "htu", "iat", "ath"})
  void everyClaimIsMandatory(String name) {
    assertProofRejected(
        fixture.authenticate(
            token, Proofs.signed(Proofs.header(), Proofs.without(Proofs.claims(token), name))),
        "'" + name + "'");
    assertProofRejected(fixture.withClaim(name, "null"), "'" + name + "'");
    assertProofRejected(fixture.withClaim(name, "true"), "'" + name + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "es256", "ES384", "RS1", ""})
  void anAlgorithmThatIsNotAcceptedIsRefused(String algorithm) {
    assertProofRejected(withHeader("alg", "\"" + algorithm + "\""), "'alg'");
  }

  @Test
  void theKeyAndTheAlgorithmBelongTogether() {
    assertProofRejected(withHeader("alg", "\"RS256\""), "unfit");
    assertProofRejected(
        withHeader(
            "jwk", TestJwks.json(TestJwks.with(TestJwks.ec(TestKeys.P256), "alg", "\"ES384\""))),
        "another 'alg'");
    assertProofRejected(withHeader("jwk", TestJwks.json(TestJwks.ec(TestKeys.P384))), "unfit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
  void aPrivateKeyIsRefused(String member) {
    assertProofRejected(
        withHeader(
            "jwk", TestJwks.json(TestJwks.with(TestJwks.ec(TestKeys.P256), member, "\"AQAB\""))),
        "'" + member + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"crit", "b64", "zip", "enc", "jku", "x5u", "x5c", "cty"})
  void aHeaderThatBringsMoreThanAKeyIsRefused(String member) {
    assertProofRejected(withHeader(member, "[]"), "'" + member + "'");
  }

  @Test
  void aKeyThatIsNoObjectIsRefused() {
    assertProofRejected(withHeader("jwk", "\"key\""), "'jwk'");
    assertProofRejected(withHeader("jwk", "{\"kty\":\"oct\",\"x\":\"AQAB\"}"), "kty");
  }

  @Test
  void anRsaKeyThatIsSlowToVerifyWithIsNotUsed() throws Exception {
    RSAPublicKey slow =
        (RSAPublicKey)
            KeyFactory.getInstance("RSA")
                .generatePublic(
                    new RSAPublicKeySpec(
                        ((RSAPublicKey) TestKeys.RSA.getPublic()).getModulus(),
                        BigInteger.ONE.shiftLeft(40).add(BigInteger.ONE)));
    RSAPublicKey longKey =
        (RSAPublicKey)
            KeyFactory.getInstance("RSA")
                .generatePublic(
                    new RSAPublicKeySpec(
                        BigInteger.ONE.shiftLeft(4_096).add(BigInteger.ONE),
                        BigInteger.valueOf(65_537)));
    for (RSAPublicKey key : new RSAPublicKey[] {slow, longKey}) {
      Map<String, String> header = Proofs.header("RS256", TestJwks.rsa(key));
      assertProofRejected(
          fixture.authenticate(
              token,
              Proofs.signed(TestKeys.signing(JwtAlgorithm.RS256), header, Proofs.claims(token))),
          "too long");
    }
  }

  @Test
  void anRsaKeyWhosePrivateHalfCanBeComputedProvesNothing() {
    for (KeyPair weak : List.of(WeakRsaKeys.roca(), WeakRsaKeys.closePrimes())) {
      Map<String, String> jwk = TestJwks.rsa(weak);
      String bound = Proofs.boundToken(Proofs.thumbprint(jwk));
      assertProofRejected(
          fixture.authenticate(
              bound,
              Proofs.signed(
                  TestKeys.signing(JwtAlgorithm.RS256),
                  Proofs.header("RS256", jwk),
                  Proofs.claims(bound))),
          "unfit");
    }
  }

  @Test
  void aProofThatTheKeyDidNotSignIsRefused() {
    SigningKey other =
        new SigningKey(null, JwtAlgorithm.ES256, TestKeys.ec("secp256r1").getPrivate());
    assertProofRejected(
        fixture.authenticate(token, Proofs.signed(other, Proofs.header(), Proofs.claims(token))),
        "signature");
    String right = Proofs.right(token);
    String otherClaims = Proofs.right(token).split("\\.", -1)[1];
    String[] segments = right.split("\\.", -1);
    assertProofRejected(
        fixture.authenticate(token, segments[0] + "." + otherClaims + "." + segments[2]),
        "signature");
    assertProofRejected(
        fixture.authenticate(token, segments[0] + "." + segments[1] + "."), "signature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "POST", "HEAD", "GET ", "GET,POST"})
  void aProofForAnotherMethodIsRefused(String method) {
    assertProofRejected(fixture.withClaim("htm", "\"" + method + "\""), "method");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example/accounts/8",
        "https://api.example/accounts/7/",
        "https://api.example/accounts",
        "https://api.example/",
        "https://api.example",
        "https://api.example/Accounts/7",
        "https://api.example//accounts/7",
        "https://api.example/./accounts/7",
        "https://api.example/x/../accounts/7",
        "https://api.example/accounts%2F7",
        "https://api.example/accounts/7;a=b",
        "https://api.example.org/accounts/7",
        "https://api.example:8443/accounts/7",
        "http://api.example/accounts/7",
        "http://api.example:443/accounts/7",
        "https://user@api.example/accounts/7",
        "//api.example/accounts/7",
        "/accounts/7",
        "https:/accounts/7",
        "https:accounts/7",
        "ftp://api.example/accounts/7",
        "https://api.example\\\\@evil.example/accounts/7",
        "https://evil.example/https://api.example/accounts/7",
        "not a uri"
      })
  void aProofForAnotherUriIsRefused(String uri) {
    assertProofRejected(fixture.withClaim("htu", "\"" + uri + "\""), "URI");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example:443/accounts/7",
        "HTTPS://API.Example/accounts/7",
        "https://api.example/accounts/%37",
        "https://api.example/accounts/7?verbose=true",
        "https://api.example/accounts/7#top",
        "https://api.example/accounts/7?a#b"
      })
  void theSameUriInOtherWordsIsTheSame(String uri) {
    accepted(fixture.withClaim("htu", "\"" + uri + "\""));
  }

  @Test
  void theUriIsThatOfThisApiWhateverTheHostHeaderSays() {
    Map<String, String> claims =
        Proofs.with(Proofs.claims(token), "htu", "\"https://evil.example" + Proofs.PATH + "\"");
    assertProofRejected(
        authenticate(
            fixture.authenticator,
            token,
            request().header("Host", "evil.example"),
            Proofs.signed(Proofs.header(), claims)),
        "URI");
  }

  @Test
  void aProofCountsForAMinuteAndMayBeAFewSecondsAhead() {
    long now = Tokens.NOW_SECONDS;
    accepted(fixture.withClaim("iat", "" + (now - 60)));
    assertProofRejected(fixture.withClaim("iat", "" + (now - 61)), "too old");
    accepted(fixture.withClaim("iat", "" + (now + 5)));
    assertProofRejected(fixture.withClaim("iat", "" + (now + 6)), "future");
    assertProofRejected(fixture.withClaim("iat", "" + now * 1_000), "'iat'");
    assertProofRejected(fixture.withClaim("iat", "1e999"), "'iat'");
    assertProofRejected(fixture.withClaim("iat", "\"" + now + "\""), "'iat'");
    assertProofRejected(fixture.withClaim("iat", "-1"), "'iat'");
  }

  @Test
  void aProofForAnotherTokenIsRefused() {
    String other = Proofs.boundToken() + "x";
    assertProofRejected(
        fixture.withClaim(
            "ath", "\"" + Sha256.base64Url(other.getBytes(StandardCharsets.US_ASCII)) + "\""),
        "another access token");
    assertProofRejected(fixture.withClaim("ath", "\"\u00e9\""), "another access token");
    assertProofRejected(
        fixture.withClaim(
            "ath", "\"" + Sha256.base64Url(token.getBytes(StandardCharsets.US_ASCII)) + "=\""),
        "another access token");
  }

  @Test
  void anIdIsOfBoundedLength() {
    accepted(fixture.withClaim("jti", "\"" + "a".repeat(256) + "\""));
    assertProofRejected(fixture.withClaim("jti", "\"" + "a".repeat(257) + "\""), "'jti'");
    assertProofRejected(fixture.withClaim("jti", "\"\""), "'jti'");
  }

  @Test
  void aProofIsReadStrictly() {
    String claims = Tokens.json(Proofs.claims(token));
    String header = Tokens.json(Proofs.header());
    SigningKey key = TestKeys.signing(JwtAlgorithm.ES256);
    accepted(fixture.authenticate(token, Tokens.signed(key, header, claims)));
    String twice = claims.substring(0, claims.length() - 1) + ",\"htm\":\"GET\"}";
    assertProofRejected(
        fixture.authenticate(token, Tokens.signed(key, header, twice)), "malformed");
    assertProofRejected(
        fixture.authenticate(token, Tokens.signed(key, header, claims + "{}")), "goes on");
    assertProofRejected(fixture.authenticate(token, Proofs.right(token) + "="), "base64url");
    assertProofRejected(fixture.authenticate(token, " " + Proofs.right(token)), "base64url");
    assertProofRejected(fixture.authenticate(token, ""), "segments");
    assertProofRejected(fixture.authenticate(token, ".."), "segments");
    assertProofRejected(fixture.authenticate(token, "a".repeat(8_193)), "longer than 8192");
  }
}
