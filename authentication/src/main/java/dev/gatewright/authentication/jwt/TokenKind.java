package dev.gatewright.authentication.jwt;

import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells access tokens from what else an issuer signs with the same key, where {@code typ} leaves it
 * open (RFC 8725, section 3.12). Only what no access token of a known provider holds is refused:
 * the audience remains the first defence, as an ID token is for a client and not for an API.
 */
final class TokenKind {

  /**
   * Claims that no access token has. ID tokens: OpenID Connect Core, sections 3.1.3.6 and 3.3.2.11,
   * and FAPI ({@code s_hash}). Logout tokens and other security events: OpenID Connect Back-Channel
   * Logout, section 2.4, and RFC 8417. DPoP proofs: RFC 9449, section 4.2.
   */
  private static final List<String> OF_OTHERS =
      List.of("at_hash", "c_hash", "s_hash", "events", "htm", "htu");

  /** Keycloak's {@code typ} claim of what is no access token. */
  private static final Set<String> OTHER_TYPES = Set.of("id", "refresh", "offline", "logout");

  private TokenKind() {}

  static void requireAccessToken(JwtHeader header, Claims claims)
      throws InvalidCredentialException {
    if (header.isAccessToken()) {
      return;
    }
    for (String name : OF_OTHERS) {
      if (claims.has(name)) {
        throw notAnAccessToken(name);
      }
    }
    // Keycloak put 'nonce' into access tokens until version 25, but always with 'scope'.
    if (claims.has("nonce") && !claims.has("scope") && !claims.has("scp")) {
      throw notAnAccessToken("nonce");
    }
    // Amazon Cognito: 'access' or 'id'.
    if (claims.has("token_use") && !"access".equals(claims.text("token_use"))) {
      throw notAnAccessToken("token_use");
    }
    String type = claims.text("typ");
    if (type != null && OTHER_TYPES.contains(type.toLowerCase(Locale.ROOT))) {
      throw notAnAccessToken("typ");
    }
  }

  private static InvalidCredentialException notAnAccessToken(String claim) {
    return new InvalidCredentialException(
        "the token's '" + claim + "' claim is that of an ID token, logout token or the like");
  }
}
