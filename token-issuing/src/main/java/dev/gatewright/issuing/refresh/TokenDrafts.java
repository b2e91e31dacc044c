package dev.gatewright.issuing.refresh;

import dev.gatewright.issuing.AccessToken;
import dev.gatewright.issuing.TokenIssuer;
import dev.gatewright.issuing.TokenRequest;
import dev.gatewright.issuing.refresh.StoredRefreshToken.IssuedAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Makes access tokens with their refresh tokens, which nobody gets before they are stored.
 * Thread-safe.
 */
final class TokenDrafts {
  private final TokenIssuer issuer;
  private final RefreshTokenText texts;
  private final Duration idleLifetime;

  /**
   * Tokens to be.
   *
   * @param stored goes into the store
   * @param issued goes to the client, once that is stored
   */
  record Draft(StoredRefreshToken stored, IssuedTokens issued) {}

  TokenDrafts(TokenIssuer issuer, RefreshTokenText texts, Duration idleLifetime) {
    this.issuer = issuer;
    this.texts = texts;
    this.idleLifetime = idleLifetime;
  }

  Draft draft(RefreshFamily family, Entitlement entitlement, Instant now) {
    RefreshGrant grant = family.grant();
    List<String> scopes =
        grant.scopes().stream().filter(entitlement.scopes()::contains).distinct().toList();
    AccessToken access =
        issuer.issue(
            TokenRequest.of(grant.subject())
                .withClientId(grant.clientId())
                .withRoles(entitlement.roles())
                .withScopes(scopes)
                .withAuthentication(grant.authenticatedAt(), grant.authenticationMethods())
                .boundTo(grant.confirmation()));
    String text = texts.newToken();
    Instant idleEnd = now.plus(idleLifetime);
    Instant expiresAt = idleEnd.isBefore(family.endsAt()) ? idleEnd : family.endsAt();
    StoredRefreshToken stored =
        new StoredRefreshToken(
            Objects.requireNonNull(texts.hashOf(text)),
            expiresAt,
            null,
            new IssuedAccess(access.id(), access.expiresAt()));
    return new Draft(stored, new IssuedTokens(access, scopes, text, expiresAt, family.id()));
  }
}
