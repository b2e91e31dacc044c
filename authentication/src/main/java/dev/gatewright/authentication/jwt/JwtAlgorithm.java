package dev.gatewright.authentication.jwt;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.SecureDigestAlgorithm;
import java.io.ByteArrayInputStream;
import java.security.Key;
import java.security.MessageDigest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A signature algorithm of RFC 7518, section 3, or RFC 8037. There is no {@code none}. */
@SuppressWarnings("ImmutableEnumChecker") // jjwt's algorithms are immutable, but do not say so
public enum JwtAlgorithm {
  /** HMAC with SHA-256; key of at least 256 bits. */
  HS256("HS256", Jwts.SIG.HS256, KeyRequirement.hmac("HmacSHA256", 256), 32),
  /** HMAC with SHA-384; key of at least 384 bits. */
  HS384("HS384", Jwts.SIG.HS384, KeyRequirement.hmac("HmacSHA384", 384), 48),
  /** HMAC with SHA-512; key of at least 512 bits. */
  HS512("HS512", Jwts.SIG.HS512, KeyRequirement.hmac("HmacSHA512", 512), 64),
  /** RSASSA-PKCS1-v1_5 with SHA-256; key of at least 2048 bits. */
  RS256("RS256", Jwts.SIG.RS256, KeyRequirement.rsa("RSA"), 0),
  /** RSASSA-PKCS1-v1_5 with SHA-384; key of at least 2048 bits. */
  RS384("RS384", Jwts.SIG.RS384, KeyRequirement.rsa("RSA"), 0),
  /** RSASSA-PKCS1-v1_5 with SHA-512; key of at least 2048 bits. */
  RS512("RS512", Jwts.SIG.RS512, KeyRequirement.rsa("RSA"), 0),
  /** RSASSA-PSS with SHA-256; key of at least 2048 bits. */
  PS256("PS256", Jwts.SIG.PS256, KeyRequirement.rsa("RSA", "RSASSA-PSS"), 0),
  /** RSASSA-PSS with SHA-384; key of at least 2048 bits. */
  PS384("PS384", Jwts.SIG.PS384, KeyRequirement.rsa("RSA", "RSASSA-PSS"), 0),
  /** RSASSA-PSS with SHA-512; key of at least 2048 bits. */
  PS512("PS512", Jwts.SIG.PS512, KeyRequirement.rsa("RSA", "RSASSA-PSS"), 0),
  /** ECDSA on P-256 with SHA-256. */
  ES256("ES256", Jwts.SIG.ES256, KeyRequirement.ec("secp256r1"), 64),
  /** ECDSA on P-384 with SHA-384. */
  ES384("ES384", Jwts.SIG.ES384, KeyRequirement.ec("secp384r1"), 96),
  /** ECDSA on P-521 with SHA-512. */
  ES512("ES512", Jwts.SIG.ES512, KeyRequirement.ec("secp521r1"), 132),
  /** EdDSA on Ed25519. */
  EDDSA("EdDSA", Jwts.SIG.EdDSA, KeyRequirement.ed25519(), 64);

  private static final Map<String, JwtAlgorithm> BY_HEADER_VALUE =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(JwtAlgorithm::headerValue, a -> a));

  private final String headerValue;
  private final SecureDigestAlgorithm<Key, Key> engine;
  private final KeyRequirement keyRequirement;
  private final int signatureBytes;

  @SuppressWarnings("unchecked") // keys were checked by keyRequirement before they get here
  JwtAlgorithm(
      String headerValue,
      SecureDigestAlgorithm<?, ?> engine,
      KeyRequirement keyRequirement,
      int signatureBytes) {
    this.headerValue = headerValue;
    this.engine = (SecureDigestAlgorithm<Key, Key>) engine;
    this.keyRequirement = keyRequirement;
    this.signatureBytes = signatureBytes;
  }

  /** The value of the {@code alg} header: the constant's name, but {@code EdDSA}. */
  public String headerValue() {
    return headerValue;
  }

  KeyRequirement keyRequirement() {
    return keyRequirement;
  }

  byte[] sign(Key key, byte[] content) {
    return engine.digest(new SignatureRequest(new ByteArrayInputStream(content), key, new byte[0]));
  }

  /** The algorithm that a header names, to the letter; null where there is none. */
  static @Nullable JwtAlgorithm ofHeader(String value) {
    return BY_HEADER_VALUE.get(value);
  }

  /** Whether the signature is right. Never throws because of content or signature. */
  boolean verify(Key key, byte[] content, byte[] signature) {
    return verify(key, content, content.length, signature);
  }

  /** The same for content that ends before the array does. */
  boolean verify(Key key, byte[] content, int length, byte[] signature) {
    if (signatureBytes != 0 && signature.length != signatureBytes) {
      return false;
    }
    SignatureRequest request =
        new SignatureRequest(new ByteArrayInputStream(content, 0, length), key, signature);
    try {
      if (keyRequirement instanceof KeyRequirement.Hmac) {
        // All that jjwt would do more is look at the key a second time, for each token.
        return MessageDigest.isEqual(engine.digest(request), signature);
      }
      return engine.verify(request);
    } catch (RuntimeException e) {
      // The platform's providers throw for some malformed signatures instead of answering.
      return false;
    }
  }
}
