package dev.gatewright.example.authorization.token;

import dev.gatewright.example.authorization.login.LogInProof;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenClaimsContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;

/**
 * Gives access tokens the claims of RFC 9068: the API as their audience and not the client, how and
 * when the customer logged in, and the key or certificate that they are bound to.
 */
public final class TokenClaims {

  /** Media type of access tokens that are signed (RFC 9068, section 2.1). */
  public static final String ACCESS_TOKEN_TYPE = "at+jwt";

  /** Keeps clients and customers apart: no customer's name has a colon (RFC 9700, section 4.15). */
  private static final String CLIENT_SUBJECT = "client:";

  private final SigningKeys keys;
  private final String audience;

  /**
   * Makes claims.
   *
   * @param audience the API that access tokens are for
   */
  public TokenClaims(SigningKeys keys, String audience) {
    this.keys = keys;
    this.audience = audience;
  }

  /** Completes a token that is signed. */
  public void customize(JwtEncodingContext context) {
    context.getJwsHeader().algorithm(SignatureAlgorithm.ES256).keyId(keys.currentId());
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      context.getJwsHeader().type(ACCESS_TOKEN_TYPE);
      context.getClaims().claims(accessToken(context));
      context
          .getClaims()
          .claims(
              claims ->
                  claims.computeIfPresent(
                      OAuth2ParameterNames.SCOPE,
                      (name, scopes) -> String.join(" ", context.getAuthorizedScopes())));
    } else {
      LogInProof proof = LogInProof.of(context.getPrincipal());
      if (proof != null) {
        context.getClaims().claim(IdTokenClaimNames.AMR, proof.methods());
      }
    }
  }

  /** Completes a token that is introspected. */
  public void customize(OAuth2TokenClaimsContext context) {
    context.getClaims().claims(accessToken(context));
  }

  /** Tells whether a token is bound to a key or a certificate. */
  public static boolean isBound(Jwt token) {
    return token.hasClaim(TokenBinding.CLAIM);
  }

  private Consumer<Map<String, Object>> accessToken(OAuth2TokenContext context) {
    String clientId = context.getRegisteredClient().getClientId();
    @Nullable Authentication principal = context.getPrincipal();
    LogInProof proof = LogInProof.of(principal);
    Map<String, Object> confirmation = TokenBinding.of(context);
    return claims -> {
      if (!confirmation.isEmpty()) {
        claims.put(TokenBinding.CLAIM, confirmation);
      }
      claims.put(JwtClaimNames.AUD, List.of(audience));
      claims.put(OAuth2ParameterNames.CLIENT_ID, clientId);
      // The same as 'iat'.
      claims.remove(JwtClaimNames.NBF);
      if (proof == null) {
        claims.put(JwtClaimNames.SUB, CLIENT_SUBJECT + clientId);
      } else {
        claims.put(IdTokenClaimNames.AUTH_TIME, proof.at().getEpochSecond());
        claims.put(IdTokenClaimNames.AMR, proof.methods());
      }
    };
  }
}
