package dev.gatewright.example.authorization.grant;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Generates refresh tokens that name the authorization they belong to. So one that was replaced is
 * recognised however long ago that was, and no list of used ones is kept.
 */
public final class FamilyRefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {
  private static final char SEPARATOR = '.';

  private final OAuth2RefreshTokenGenerator random = new OAuth2RefreshTokenGenerator();

  /** Generates tokens by this clock. */
  public FamilyRefreshTokens(Clock clock) {
    random.setClock(clock);
  }

  @Override
  public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
    OAuth2RefreshToken token = random.generate(context);
    if (token == null) {
      return null;
    }
    OAuth2Authorization family =
        Objects.requireNonNull(context.getAuthorization(), "refresh tokens come of authorizations");
    return new OAuth2RefreshToken(
        family.getId() + SEPARATOR + token.getTokenValue(),
        token.getIssuedAt(),
        token.getExpiresAt());
  }

  /** Returns the authorization that a refresh token names, whether or not there is one. */
  static String familyOf(String token) {
    int end = token.indexOf(SEPARATOR);
    return end < 0 ? "" : token.substring(0, end);
  }
}
