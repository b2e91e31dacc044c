package dev.gatewright.example.authorization.grant;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;

/**
 * Holds one authorization and the tokens that were issued under it. Immutable.
 *
 * @param authorization its present state
 * @param version counts its changes
 * @param tokenIndex keys under which it is found
 * @param accessTokens 'jti' and expiry of all access tokens that were issued and have not expired
 * @param endsAt end of its last token, when it need not be remembered any more
 */
record Family(
    OAuth2Authorization authorization,
    long version,
    Set<String> tokenIndex,
    Map<String, Instant> accessTokens,
    Instant endsAt) {

  /** More than a client that refreshes as often as it may gets in the lifetime of one. */
  private static final int MAX_ACCESS_TOKENS = 2_000;

  static Family of(
      OAuth2Authorization authorization,
      @Nullable Family before,
      long version,
      Instant now,
      Instant undecidedUntil) {
    Map<String, Instant> issued = new LinkedHashMap<>();
    if (before != null) {
      before.accessTokens().entrySet().stream()
          .filter(token -> token.getValue().isAfter(now))
          .forEach(token -> issued.put(token.getKey(), token.getValue()));
    }
    OAuth2Authorization.Token<OAuth2AccessToken> access = authorization.getAccessToken();
    String id = tokenId(access);
    Instant end = access == null ? null : access.getToken().getExpiresAt();
    if (id != null && end != null) {
      if (issued.size() >= MAX_ACCESS_TOKENS) {
        throw new TooManyAuthorizationsException();
      }
      issued.put(id, end);
    }
    return new Family(
        authorization,
        version,
        TokenIndex.of(authorization),
        Map.copyOf(issued),
        lastEnd(authorization, undecidedUntil));
  }

  private static Instant lastEnd(OAuth2Authorization authorization, Instant undecidedUntil) {
    return Stream.of(
            OAuth2AuthorizationCode.class,
            OAuth2DeviceCode.class,
            OAuth2AccessToken.class,
            OAuth2RefreshToken.class)
        .map(type -> expiry(authorization.getToken(type)))
        .filter(Instant.MIN::isBefore)
        .max(Instant::compareTo)
        .orElse(undecidedUntil);
  }

  private static Instant expiry(OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
    Instant expiry = token == null ? null : token.getToken().getExpiresAt();
    return expiry == null ? Instant.MIN : expiry;
  }

  private static @Nullable String tokenId(
      OAuth2Authorization.@Nullable Token<OAuth2AccessToken> token) {
    Map<String, Object> claims = token == null ? null : token.getClaims();
    return claims != null && claims.get(JwtClaimNames.JTI) instanceof String id ? id : null;
  }

  /** Tells whether its refresh token was revoked, and so all of its tokens. */
  boolean isOver() {
    OAuth2Authorization.Token<OAuth2RefreshToken> refresh = authorization.getRefreshToken();
    return refresh != null && refresh.isInvalidated();
  }

  boolean endsBefore(Instant now) {
    return endsAt.isBefore(now);
  }

  /** Returns the 'jti' and expiry of its access token, if that and not its family was revoked. */
  Map<String, Instant> revokedAccessToken() {
    OAuth2Authorization.Token<OAuth2AccessToken> access = authorization.getAccessToken();
    String id = tokenId(access);
    Instant end = id == null ? null : accessTokens.get(id);
    return access != null && access.isInvalidated() && id != null && end != null
        ? Map.of(id, end)
        : Map.of();
  }
}
