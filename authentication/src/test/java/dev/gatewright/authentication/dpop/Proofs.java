package dev.gatewright.authentication.dpop;

import dev.gatewright.authentication.jwk.JsonWebKey;
import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.Sha256;
import dev.gatewright.authentication.strict.StrictJson;
import dev.gatewright.testing.TestJwks;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Proofs as tests need them: right ones, and wrong ones with right signatures. */
final class Proofs {
  static final String PATH = "/accounts/7";
  static final String URI = "https://api.example" + PATH;

  private static final Map<String, String> JWK = TestJwks.ec(TestKeys.P256);

  private Proofs() {}

  /** The thumbprint of the key that {@link #signed} signs with. */
  static String thumbprint() {
    return thumbprint(JWK);
  }

  static String thumbprint(Map<String, String> jwk) {
    try {
      byte[] json = TestJwks.json(jwk).getBytes(StandardCharsets.UTF_8);
      return JsonWebKey.read(new Claims(StrictJson.readObject(json, "key"), "key")).thumbprint();
    } catch (InvalidCredentialException e) {
      throw new AssertionError(e);
    }
  }

  /** A token that is bound to the key of {@link #signed}. */
  static String boundToken() {
    return boundToken(thumbprint());
  }

  static String boundToken(String thumbprint) {
    return Tokens.signed(Tokens.claimsWith("cnf", "{\"jkt\":\"" + thumbprint + "\"}"));
  }

  /** The header of a right proof, as JSON values by name. */
  static Map<String, String> header() {
    return header("ES256", JWK);
  }

  static Map<String, String> header(String algorithm, Map<String, String> jwk) {
    Map<String, String> header = new LinkedHashMap<>();
    header.put("typ", "\"dpop+jwt\"");
    header.put("alg", "\"" + algorithm + "\"");
    header.put("jwk", TestJwks.json(jwk));
    return header;
  }

  /** The claims of a right proof for GET, as JSON values by name. */
  static Map<String, String> claims(String token) {
    Map<String, String> claims = new LinkedHashMap<>();
    claims.put("jti", "\"" + UUID.randomUUID() + "\"");
    claims.put("htm", "\"GET\"");
    claims.put("htu", "\"" + URI + "\"");
    claims.put("iat", "" + Tokens.NOW_SECONDS);
    claims.put("ath", "\"" + Sha256.base64Url(token.getBytes(StandardCharsets.US_ASCII)) + "\"");
    return claims;
  }

  static Map<String, String> with(Map<String, String> members, String name, String json) {
    return TestJwks.with(members, name, json);
  }

  static Map<String, String> without(Map<String, String> members, String name) {
    Map<String, String> rest = new LinkedHashMap<>(members);
    rest.remove(name);
    return rest;
  }

  static String signed(Map<String, String> header, Map<String, String> claims) {
    return signed(TestKeys.signing(JwtAlgorithm.ES256), header, claims);
  }

  static String signed(SigningKey key, Map<String, String> header, Map<String, String> claims) {
    return Tokens.signed(key, Tokens.json(header), Tokens.json(claims));
  }

  static String right(String token) {
    return signed(header(), claims(token));
  }
}
