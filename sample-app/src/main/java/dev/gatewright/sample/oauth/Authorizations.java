package dev.gatewright.sample.oauth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * What customers have authorized, in the memory of this process: bounded in number, found by the
 * SHA-256 of a token and never by comparing its text; those whose last token has ended make room.
 * Thread-safe.
 *
 * <p>It adds what Spring Security leaves to its store. A refresh token that was replaced and comes
 * back ends its whole family (RFC 9700, section 4.14.2); so do two requests that use one code or
 * one refresh token at once, of which only the first is right. Access tokens of what ends are
 * withdrawn at the gate too, from the next request on.
 */
final class Authorizations implements OAuth2AuthorizationService {
  private static final Logger log = LoggerFactory.getLogger(Authorizations.class);
  private static final String VERSION = Authorizations.class.getName() + ".version";

  /** How long somebody may think about a consent: nothing else of it has an end yet. */
  private static final Duration UNDECIDED = Duration.ofMinutes(10);

  private static final Duration BETWEEN_CLEANINGS = Duration.ofSeconds(5);

  private final int maxAuthorizations;
  private final Withdrawals withdrawals;
  private final InstantSource clock;
  private final Map<String, Family> families = new HashMap<>();
  private final Map<String, String> idsByToken = new HashMap<>();
  private Instant cleanedAt = Instant.MIN;

  Authorizations(int maxAuthorizations, Withdrawals withdrawals, InstantSource clock) {
    this.maxAuthorizations = maxAuthorizations;
    this.withdrawals = withdrawals;
    this.clock = clock;
  }

  @Override
  public synchronized void save(OAuth2Authorization authorization) {
    Family before = families.get(authorization.getId());
    Long base = authorization.getAttribute(VERSION);
    long version = before == null ? 0 : before.version();
    if ((before == null) != (base == null) || (base != null && base != version)) {
      refuseSecondUse(authorization, before);
    }
    if (before == null) {
      makeRoom();
    }
    Family after = family(authorization, before, version + 1);
    forget(before);
    if (after.isOver()) {
      after.withdrawAll(withdrawals);
      return;
    }
    after.withdrawInvalidated(withdrawals);
    families.put(authorization.getId(), after);
    after.tokenIndex().forEach(key -> idsByToken.put(key, authorization.getId()));
  }

  private Family family(OAuth2Authorization authorization, @Nullable Family before, long version) {
    OAuth2Authorization stored =
        OAuth2Authorization.from(authorization).attribute(VERSION, version).build();
    Instant now = clock.instant();
    return Family.of(stored, before, version, now, now.plus(UNDECIDED));
  }

  /** Somebody else's request was faster with the same code or token, or has ended it all. */
  private void refuseSecondUse(OAuth2Authorization authorization, @Nullable Family before) {
    if (before != null) {
      end(before, "a code or a refresh token was used twice at once");
    }
    if (authorization.getAccessToken() == null) {
      throw new ConcurrentAuthorizationException();
    }
    throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
  }

  @Override
  public synchronized void remove(OAuth2Authorization authorization) {
    Family family = families.get(authorization.getId());
    if (family != null) {
      forget(family);
      family.withdrawAll(withdrawals);
    }
  }

  @Override
  public synchronized @Nullable OAuth2Authorization findById(String id) {
    Family family = families.get(id);
    return family == null ? null : family.authorization();
  }

  /**
   * Finds by a token. Where no type is told, as for introspection and revocation, only access and
   * refresh tokens are looked for: a code is no token that anybody could ask about.
   */
  @Override
  public synchronized @Nullable OAuth2Authorization findByToken(
      String token, @Nullable OAuth2TokenType type) {
    if (type == null) {
      OAuth2Authorization found = find(TokenIndex.ACCESS_TOKEN, token);
      return found == null ? find(TokenIndex.REFRESH_TOKEN, token) : found;
    }
    OAuth2Authorization found = find(type.getValue(), token);
    if (found == null && OAuth2TokenType.REFRESH_TOKEN.equals(type)) {
      Family family = families.get(FamilyRefreshTokens.familyOf(token));
      if (family != null) {
        end(family, "a refresh token that was replaced came back");
      }
    }
    return found;
  }

  private @Nullable OAuth2Authorization find(String type, String token) {
    String id = idsByToken.get(TokenIndex.key(type, token));
    return id == null ? null : findById(id);
  }

  private void end(Family family, String cause) {
    log.warn(
        "All tokens of an authorization are withdrawn: {}; client {}, subject {}",
        cause,
        family.authorization().getRegisteredClientId(),
        family.authorization().getPrincipalName());
    forget(family);
    family.withdrawAll(withdrawals);
  }

  private void forget(@Nullable Family family) {
    if (family != null) {
      families.remove(family.authorization().getId());
      family.tokenIndex().forEach(idsByToken::remove);
    }
  }

  /** A flood of new ones never drives out what others were authorized to. */
  private void makeRoom() {
    Instant now = clock.instant();
    if (families.size() >= maxAuthorizations && !now.isBefore(nextCleaning())) {
      cleanedAt = now;
      List<Family> ended = new ArrayList<>();
      families.values().stream().filter(each -> each.endsBefore(now)).forEach(ended::add);
      ended.forEach(this::forget);
    }
    if (families.size() >= maxAuthorizations) {
      throw new TooManyAuthorizationsException();
    }
  }

  private Instant nextCleaning() {
    return cleanedAt.equals(Instant.MIN) ? cleanedAt : cleanedAt.plus(BETWEEN_CLEANINGS);
  }
}
