package dev.gatewright.applications;

import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.issuing.TokenIssuer;
import dev.gatewright.issuing.TokenRequest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** The tokens that the applications of these tests accept. */
final class Tokens {
  private static final String ISSUER = "https://issuer.example";
  private static final String AUDIENCE = "vault";
  private static final byte[] KEY = new SecureRandom().generateSeed(64);

  private Tokens() {}

  static List<String> properties() {
    return List.of(
        "gatewright.jwt.issuers.main.issuer=" + ISSUER,
        "gatewright.jwt.issuers.main.audience=" + AUDIENCE,
        "gatewright.jwt.issuers.main.keys[0].id=k1",
        "gatewright.jwt.issuers.main.keys[0].algorithm=HS256",
        "gatewright.jwt.issuers.main.keys[0].secret=" + Base64.getEncoder().encodeToString(KEY));
  }

  static String withRole(String role) {
    return issue(TokenRequest.of("somebody").withRoles(List.of(role)));
  }

  static String of(String subject) {
    return issue(TokenRequest.of(subject));
  }

  static String of(String subject, List<String> roles, List<String> scopes) {
    return issue(TokenRequest.of(subject).withRoles(roles).withScopes(scopes));
  }

  private static String issue(TokenRequest request) {
    return TokenIssuer.builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .key(SigningKey.of("k1", JwtAlgorithm.HS256, new SecretKeySpec(KEY, "HmacSHA256")))
        .build()
        .issue(request)
        .value();
  }
}
