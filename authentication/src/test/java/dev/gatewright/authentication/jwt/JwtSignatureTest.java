package dev.gatewright.authentication.jwt;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.InProcessRevocations;
import dev.gatewright.authentication.strict.StrictBase64Url;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.Tokens;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtSignatureTest {
  private static final String WRONG_ALGORITHM = "'alg' is not what its key is configured for";
  private static final String WRONG_SIGNATURE = "signature is wrong";

  @ParameterizedTest
  @EnumSource(JwtAlgorithm.class)
  void aTokenThatThePlatformSignedIsAccepted(JwtAlgorithm algorithm) throws Exception {
    String header = "{\"alg\":\"" + algorithm.headerValue() + "\"}";
    String signingInput =
        StrictBase64Url.encode(header) + "." + StrictBase64Url.encode(Tokens.json(Tokens.claims()));
    byte[] signature =
        platformSignature(algorithm, signingInput.getBytes(StandardCharsets.US_ASCII));
    String token = signingInput + "." + StrictBase64Url.encode(signature);

    assertThat(accepted(Tokens.authenticator(algorithm).verify(token)).subject())
        .isEqualTo("alice");
  }

  /**
   * Signs with the platform's own classes, so that no code of ours or jjwt's agrees with itself.
   */
  private static byte[] platformSignature(JwtAlgorithm algorithm, byte[] content) throws Exception {
    String name = algorithm.name();
    if (name.startsWith("HS")) {
      Mac mac = Mac.getInstance("HmacSHA" + name.substring(2));
      mac.init(TestKeys.SECRET);
      return mac.doFinal(content);
    }
    Signature signature =
        Signature.getInstance(
            switch (name.substring(0, 2)) {
              case "RS" -> "SHA" + name.substring(2) + "withRSA";
              case "PS" -> "RSASSA-PSS";
              case "ES" -> "SHA" + name.substring(2) + "withECDSAinP1363Format";
              default -> "Ed25519";
            });
    if (name.startsWith("PS")) {
      int bits = Integer.parseInt(name.substring(2));
      String digest = "SHA-" + bits;
      signature.setParameter(
          new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), bits / 8, 1));
    }
    signature.initSign((PrivateKey) TestKeys.signingKey(algorithm));
    signature.update(content);
    return signature.sign();
  }

  @Test
  void theExampleOfRfc7515VerifiesAndABitLessDoesNot() throws Exception {
    String token =
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
            + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
            + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
            + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    byte[] secret =
        Base64.getUrlDecoder()
            .decode(
                "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow");
    CompactJws jws = CompactJws.parse(token, 8_192);
    VerificationKey key =
        VerificationKey.of(JwtAlgorithm.HS256, new SecretKeySpec(secret, "HmacSHA256"));

    assertThat(key.algorithm().verify(key.key(), jws.text(), jws.signedLength(), jws.signature()))
        .isTrue();
    jws.signature()[0] ^= 1;
    assertThat(key.algorithm().verify(key.key(), jws.text(), jws.signedLength(), jws.signature()))
        .isFalse();
  }

  @Test
  void theExampleOfRfc8037Verifies() throws Exception {
    byte[] point = Base64.getUrlDecoder().decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    byte[] encoded = HexFormat.of().parseHex("302a300506032b6570032100");
    byte[] subjectPublicKeyInfo = Arrays.copyOf(encoded, encoded.length + point.length);
    System.arraycopy(point, 0, subjectPublicKeyInfo, encoded.length, point.length);
    VerificationKey key =
        VerificationKey.of(
            JwtAlgorithm.EDDSA,
            KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo)));
    CompactJws jws =
        CompactJws.parse(
            "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
                + ".hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt"
                + "9g7sVvpAr_MuM0KAg",
            8_192);

    assertThat(key.algorithm().verify(key.key(), jws.text(), jws.signedLength(), jws.signature()))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(JwtAlgorithm.class)
  void aTokenOfAnotherKeyIsRejected(JwtAlgorithm algorithm) {
    SigningKey other =
        switch (algorithm.name().substring(0, 2)) {
          case "HS" -> new SigningKey(null, algorithm, TestKeys.OTHER_SECRET);
          case "RS", "PS" -> new SigningKey(null, algorithm, TestKeys.OTHER_RSA.getPrivate());
          case "ES" ->
              new SigningKey(
                  null,
                  algorithm,
                  TestKeys.ec(
                          algorithm == JwtAlgorithm.ES512
                              ? "secp521r1"
                              : "secp" + algorithm.name().substring(2) + "r1")
                      .getPrivate());
          default -> new SigningKey(null, algorithm, TestKeys.edwards("Ed25519").getPrivate());
        };
    String token = Tokens.signed(other, Tokens.claims());
    assertRejected(Tokens.authenticator(algorithm).verify(token), WRONG_SIGNATURE);
  }

  @ParameterizedTest
  @EnumSource(JwtAlgorithm.class)
  void aTokenOfAnyOtherAlgorithmIsRejected(JwtAlgorithm configured) {
    JwtAccessTokens authenticator = Tokens.authenticator(configured);
    for (JwtAlgorithm used : JwtAlgorithm.values()) {
      if (used != configured) {
        String token = Tokens.signed(TestKeys.signing(used), Tokens.claims());
        assertRejected(authenticator.verify(token), WRONG_ALGORITHM);
      }
    }
  }

  @Test
  void aPublicKeyUsedAsSharedSecretOpensNothing() {
    SigningKey confused =
        new SigningKey(
            null,
            JwtAlgorithm.HS256,
            new SecretKeySpec(TestKeys.RSA.getPublic().getEncoded(), "HmacSHA256"));
    JwtAccessTokens authenticator = Tokens.authenticator(JwtAlgorithm.RS256);
    String header = "{\"alg\":\"RS256\"}";

    assertRejected(authenticator.verify(Tokens.signed(confused, Tokens.claims())), WRONG_ALGORITHM);
    assertRejected(
        authenticator.verify(Tokens.signed(confused, header, Tokens.json(Tokens.claims()))),
        WRONG_SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", "", "hs256", "HS256 ", "HS512"})
  void anAlgorithmThatIsNotTheConfiguredOneToTheLetterIsRejected(String name) {
    String header = "{\"alg\":\"" + name + "\"}";
    String claims = Tokens.json(Tokens.claims());
    JwtAccessTokens authenticator = Tokens.authenticator();

    assertRejected(authenticator.verify(Tokens.signed(header, claims)), WRONG_ALGORITHM);
    String unsigned = StrictBase64Url.encode(header) + "." + StrictBase64Url.encode(claims) + ".";
    assertRejected(authenticator.verify(unsigned), WRONG_ALGORITHM);
  }

  @ParameterizedTest
  @EnumSource(JwtAlgorithm.class)
  void anEmptyZeroOrOverlongSignatureIsRejected(JwtAlgorithm algorithm) {
    JwtAccessTokens authenticator = Tokens.authenticator(algorithm);
    String token = Tokens.signed(TestKeys.signing(algorithm), Tokens.claims());
    String signingInput = token.substring(0, token.lastIndexOf('.') + 1);
    byte[] right = StrictBase64Url.decode(token, token.lastIndexOf('.') + 1, token.length());

    for (byte[] wrong :
        new byte[][] {
          {},
          {0},
          new byte[right.length],
          Arrays.copyOf(right, right.length - 1),
          Arrays.copyOf(right, right.length + 1),
          Arrays.copyOf(right, right.length * 2),
        }) {
      assertRejected(
          authenticator.verify(signingInput + StrictBase64Url.encode(wrong)), WRONG_SIGNATURE);
    }
  }

  @Test
  void aSignatureInDerIsRejected() throws Exception {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(TestKeys.P256.getPrivate());
    String signingInput =
        StrictBase64Url.encode("{\"alg\":\"ES256\"}")
            + "."
            + StrictBase64Url.encode(Tokens.json(Tokens.claims()));
    signature.update(signingInput.getBytes(StandardCharsets.US_ASCII));

    assertRejected(
        Tokens.authenticator(JwtAlgorithm.ES256)
            .verify(signingInput + "." + StrictBase64Url.encode(signature.sign())),
        WRONG_SIGNATURE);
  }

  @Test
  void theTwinOfAnEcdsaSignatureIsTheSameCredential() {
    String token = Tokens.signed(TestKeys.signing(JwtAlgorithm.ES256), Tokens.claims());
    assertBothAreRevoked(token, "token-1");
  }

  @Test
  void theTwinOfAnEcdsaSignatureIsTheSameCredentialWithoutIdToo() {
    String token = Tokens.signed(TestKeys.signing(JwtAlgorithm.ES256), Tokens.claimsWithout("jti"));
    String id = accepted(Tokens.authenticator(JwtAlgorithm.ES256).verify(token)).credentialId();
    assertThat(id).startsWith("sha256:");
    assertBothAreRevoked(token, id);
  }

  private static void assertBothAreRevoked(String token, String id) {
    String twin = twin(token);
    JwtAccessTokens authenticator = Tokens.authenticator(JwtAlgorithm.ES256);
    InProcessRevocations revocations = new InProcessRevocations(10, () -> Tokens.NOW);
    assertThat(twin).isNotEqualTo(token);
    assertThat(revocations.isRevoked(accepted(authenticator.verify(token)))).isFalse();

    revocations.revoke("https://id.example", id, Tokens.NOW.plusSeconds(900));

    assertThat(revocations.isRevoked(accepted(authenticator.verify(token)))).isTrue();
    assertThat(revocations.isRevoked(accepted(authenticator.verify(twin)))).isTrue();
  }

  /**
   * The same token with the other signature that anybody can compute from the first: (r, n - s).
   */
  private static String twin(String token) {
    int start = token.lastIndexOf('.') + 1;
    byte[] signature = StrictBase64Url.decode(token, start, token.length());
    BigInteger order = ((ECPrivateKey) TestKeys.P256.getPrivate()).getParams().getOrder();
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
    byte[] twin = order.subtract(s).toByteArray();
    Arrays.fill(signature, 32, 64, (byte) 0);
    int length = Math.min(32, twin.length);
    System.arraycopy(twin, twin.length - length, signature, 64 - length, length);
    return token.substring(0, start) + StrictBase64Url.encode(signature);
  }

  @Test
  void theKeyIdChoosesTheKey() {
    JwtAccessTokens authenticator =
        new JwtAccessTokens(
            Tokens.settings()
                .key(VerificationKey.of("old", JwtAlgorithm.HS256, TestKeys.OTHER_SECRET))
                .key(VerificationKey.of("new", JwtAlgorithm.HS256, TestKeys.SECRET))
                .key(VerificationKey.of("rsa", JwtAlgorithm.RS256, TestKeys.RSA.getPublic()))
                .build());
    String claims = Tokens.json(Tokens.claims());

    accepted(authenticator.verify(Tokens.signed(header("\"new\""), claims)));
    assertRejected(authenticator.verify(Tokens.signed(header("\"old\""), claims)), WRONG_SIGNATURE);
    assertRejected(authenticator.verify(Tokens.signed(header("\"rsa\""), claims)), WRONG_ALGORITHM);
    assertRejected(authenticator.verify(Tokens.signed(header("\"none\""), claims)), "'kid'");
    assertRejected(authenticator.verify(Tokens.signed(header("\"\""), claims)), "'kid'");
    assertRejected(authenticator.verify(Tokens.signed(header("null"), claims)), "'kid'");
    assertRejected(authenticator.verify(Tokens.signed(header("7"), claims)), "'kid'");
  }

  private static String header(String keyId) {
    return "{\"alg\":\"HS256\",\"kid\":" + keyId + "}";
  }

  @Test
  void withoutKeyIdEveryKeyOfTheAlgorithmMayVerify() {
    JwtAccessTokens authenticator =
        new JwtAccessTokens(
            Tokens.settings()
                .key(VerificationKey.of("old", JwtAlgorithm.HS256, TestKeys.OTHER_SECRET))
                .key(VerificationKey.of("new", JwtAlgorithm.HS256, TestKeys.SECRET))
                .build());
    accepted(authenticator.verify(Tokens.signed(Tokens.claims())));
  }
}
