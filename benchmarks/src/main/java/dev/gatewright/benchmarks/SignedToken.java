package dev.gatewright.benchmarks;

import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.issuing.TokenIssuer;
import dev.gatewright.issuing.TokenRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/**
 * One access token that all contestants verify: the claims of RFC 9068, about 400 bytes where the
 * signature is that of HS256, and longer by what an RSA or ECDSA signature is longer.
 *
 * @param algorithm what signed it
 * @param text the token
 * @param verifying the key that verifies it
 * @param signingInput what was signed
 * @param signature the signature, decoded
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SignedToken(
    JwtAlgorithm algorithm, String text, Key verifying, byte[] signingInput, byte[] signature) {

  static final String ISSUER = "https://id.bank.example";
  static final String AUDIENCE = "https://api.bank.example";
  static final String CLIENT = "mobile-app";
  static final String KEY_ID = "2026-01";

  static SignedToken of(JwtAlgorithm algorithm) {
    Key signing;
    Key verifying;
    if (algorithm == JwtAlgorithm.HS256) {
      byte[] secret = new byte[32];
      new SecureRandom().nextBytes(secret);
      signing = new SecretKeySpec(secret, "HmacSHA256");
      verifying = signing;
    } else {
      KeyPair pair = pair(algorithm);
      signing = pair.getPrivate();
      verifying = pair.getPublic();
    }
    TokenIssuer issuer =
        TokenIssuer.builder()
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .key(SigningKey.of(KEY_ID, algorithm, signing))
            .lifetime(Duration.ofHours(1))
            .build();
    String text =
        issuer
            .issue(
                TokenRequest.of("f81d4fae-7dec-11d0-a765-00a0c91e6bf6")
                    .withClientId(CLIENT)
                    .withScopes(List.of("accounts:read")))
            .value();
    int dot = text.lastIndexOf('.');
    return new SignedToken(
        algorithm,
        text,
        verifying,
        text.substring(0, dot).getBytes(StandardCharsets.US_ASCII),
        Base64.getUrlDecoder().decode(text.substring(dot + 1)));
  }

  private static KeyPair pair(JwtAlgorithm algorithm) {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(algorithm == JwtAlgorithm.RS256 ? "RSA" : "EC");
      if (algorithm == JwtAlgorithm.RS256) {
        generator.initialize(2_048);
      } else {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform has no " + algorithm, e);
    }
  }

  @Override
  public String toString() {
    return "SignedToken[algorithm=" + algorithm + "]";
  }
}
