package dev.gatewright.testing;

import dev.gatewright.authentication.jwt.JwtAccessTokens;
import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.authentication.jwt.TrustedIssuer;
import dev.gatewright.authentication.strict.StrictBase64Url;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Tokens as tests need them: right ones, and wrong ones with right signatures. */
public final class Tokens {
  public static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  public static final long NOW_SECONDS = NOW.getEpochSecond();
  public static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}";

  private Tokens() {}

  public static TrustedIssuer.Builder settings() {
    return TrustedIssuer.builder()
        .issuer("https://id.example")
        .audience("https://api.example")
        .clock(InstantSource.fixed(NOW));
  }

  /** Accepts what {@link #signed} signs. */
  public static JwtAccessTokens authenticator() {
    return authenticator(JwtAlgorithm.HS256);
  }

  public static JwtAccessTokens authenticator(JwtAlgorithm algorithm) {
    return new JwtAccessTokens(settings().key(TestKeys.verifying(algorithm)).build());
  }

  /** Claims of a right token, as JSON values by name. */
  public static Map<String, String> claims() {
    Map<String, String> claims = new LinkedHashMap<>();
    claims.put("iss", "\"https://id.example\"");
    claims.put("aud", "\"https://api.example\"");
    claims.put("sub", "\"alice\"");
    claims.put("iat", "" + NOW_SECONDS);
    claims.put("exp", "" + (NOW_SECONDS + 900));
    claims.put("jti", "\"token-1\"");
    return claims;
  }

  public static Map<String, String> claimsWith(String name, String json) {
    Map<String, String> claims = claims();
    claims.put(name, json);
    return claims;
  }

  public static Map<String, String> claimsWithout(String name) {
    Map<String, String> claims = claims();
    claims.remove(name);
    return claims;
  }

  public static String json(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  public static String signed(Map<String, String> claims) {
    return signed(HEADER, json(claims));
  }

  public static String signed(String header, String claims) {
    return signed(TestKeys.signing(JwtAlgorithm.HS256), header, claims);
  }

  public static String signed(SigningKey key, Map<String, String> claims) {
    return signed(key, "{\"alg\":\"" + key.algorithm().headerValue() + "\"}", json(claims));
  }

  public static String signed(SigningKey key, String header, String claims) {
    return signed(key, StrictBase64Url.encode(header) + "." + StrictBase64Url.encode(claims));
  }

  public static String signed(SigningKey key, String signingInput) {
    byte[] content = signingInput.getBytes(StandardCharsets.ISO_8859_1);
    return signingInput + "." + StrictBase64Url.encode(key.sign(content));
  }
}
