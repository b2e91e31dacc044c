package dev.gatewright.spring.tls;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs tokens and proofs with the platform alone, as another implementation would. */
final class BoundTokens {
  private static final byte[] SECRET = new SecureRandom().generateSeed(64);
  private static final String ISSUER = "https://issuer.example";
  static final String ORIGIN = "https://api.example";

  private BoundTokens() {}

  /** The properties by which its tokens are accepted. */
  static Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    properties.put("gatewright.jwt.issuers.main.issuer", ISSUER);
    properties.put("gatewright.jwt.issuers.main.audience", "bank");
    properties.put("gatewright.jwt.issuers.main.keys[0].algorithm", "HS256");
    properties.put(
        "gatewright.jwt.issuers.main.keys[0].secret", Base64.getEncoder().encodeToString(SECRET));
    properties.put("gatewright.dpop.origins", ORIGIN);
    return properties;
  }

  static String unbound() {
    return token("");
  }

  static String boundTo(X509Certificate certificate) {
    try {
      return token(",\"cnf\":{\"x5t#S256\":\"" + sha256(certificate.getEncoded()) + "\"}");
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static String boundTo(KeyPair keys) {
    return token(",\"cnf\":{\"jkt\":\"" + sha256(ascii(jwk(keys))) + "\"}");
  }

  private static String token(String more) {
    long now = Instant.now().getEpochSecond();
    String claims =
        "{\"iss\":\"%s\",\"aud\":\"bank\",\"sub\":\"alice\",\"iat\":%d,\"exp\":%d%s}"
            .formatted(ISSUER, now, now + 300, more);
    String content = base64Url(ascii("{\"alg\":\"HS256\"}")) + "." + base64Url(ascii(claims));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
      return content + "." + base64Url(mac.doFinal(ascii(content)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static String proof(KeyPair keys, String token) {
    return proof(keys, "GET", ORIGIN + "/me", Instant.now(), token);
  }

  static String proof(KeyPair keys, String method, String uri, Instant issuedAt, String token) {
    String header = "{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":" + jwk(keys) + "}";
    String claims =
        "{\"jti\":\"%s\",\"htm\":\"%s\",\"htu\":\"%s\",\"iat\":%d,\"ath\":\"%s\"}"
            .formatted(
                UUID.randomUUID(), method, uri, issuedAt.getEpochSecond(), sha256(ascii(token)));
    String content = base64Url(ascii(header)) + "." + base64Url(ascii(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(keys.getPrivate());
      signature.update(ascii(content));
      return content + "." + base64Url(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Its members are in the order of RFC 7638. */
  private static String jwk(KeyPair keys) {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    return "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}"
        .formatted(coordinate(key.getW().getAffineX()), coordinate(key.getW().getAffineY()));
  }

  private static String coordinate(BigInteger number) {
    byte[] signed = number.toByteArray();
    byte[] padded = new byte[32];
    int length = Math.min(signed.length, padded.length);
    System.arraycopy(signed, signed.length - length, padded, padded.length - length, length);
    return base64Url(padded);
  }

  private static String sha256(byte[] bytes) {
    try {
      return base64Url(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
