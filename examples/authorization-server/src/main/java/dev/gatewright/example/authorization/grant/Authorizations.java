package dev.gatewright.example.authorization.grant;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Stores the authorizations of customers in the memory of this process: bounded in number, found by
 * the SHA-256 of a token and never by comparing its text; those whose last token has ended make
 * room. Thread-safe.
 *
 * <p>It adds what Spring Security leaves to its store. A refresh token that was replaced and comes
 * back ends its whole family (RFC 9700, section 4.14.2); so do two requests that use one code or
 * one refresh token at once, of which only the first is right. Access tokens of a family that ends
 * are reported, so that resource servers can refuse them.
 */
public final class Authorizations implements OAuth2AuthorizationService {
  private static final Logger log = LoggerFactory.getLogger(Authorizations.class);
  private static final String VERSION = Authorizations.class.getName() + ".version";

  /** Time that a customer has for a consent, before anything else of it has an expiry. */
  private static final Duration UNDECIDED = Duration.ofMinutes(10);

  private static final Duration BETWEEN_CLEANINGS = Duration.ofSeconds(5);

  private final int maxAuthorizations;
  private final Consumer<Map<String, Instant>> revoked;
  private final InstantSource clock;
  private final Map<String, Family> families = new HashMap<>();
  private final Map<String, String> idsByToken = new HashMap<>();
  private Instant cleanedAt = Instant.MIN;

  /**
   * Makes an empty store.
   *
   * @param maxAuthorizations most authorizations that are held at once
   * @param revoked takes 'jti' and expiry of access tokens that end before their time; called
   *     without a lock, before the caller of this store gets its answer
   */
  public Authorizations(
      int maxAuthorizations, Consumer<Map<String, Instant>> revoked, InstantSource clock) {
    this.maxAuthorizations = maxAuthorizations;
    this.revoked = revoked;
    this.clock = clock;
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    Map<String, Instant> ended = new LinkedHashMap<>();
    try {
      store(authorization, ended);
    } finally {
      report(ended);
    }
  }

  private void report(Map<String, Instant> ended) {
    if (!ended.isEmpty()) {
      revoked.accept(ended);
    }
  }

  private synchronized void store(OAuth2Authorization authorization, Map<String, Instant> ended) {
    Family before = families.get(authorization.getId());
    Long base = authorization.getAttribute(VERSION);
    long version = before == null ? 0 : before.version();
    if ((before == null) != (base == null) || (base != null && base != version)) {
      refuseSecondUse(authorization, before, ended);
    }
    if (before == null) {
      makeRoom();
    }
    Family after = family(authorization, before, version + 1);
    forget(before);
    if (after.isOver()) {
      ended.putAll(after.accessTokens());
      return;
    }
    ended.putAll(after.revokedAccessToken());
    families.put(authorization.getId(), after);
    after.tokenIndex().forEach(key -> idsByToken.put(key, authorization.getId()));
  }

  private Family family(OAuth2Authorization authorization, @Nullable Family before, long version) {
    OAuth2Authorization stored =
        OAuth2Authorization.from(authorization).attribute(VERSION, version).build();
    Instant now = clock.instant();
    return Family.of(stored, before, version, now, now.plus(UNDECIDED));
  }

  /** Another request was faster with the same code or token, or has ended the authorization. */
  private void refuseSecondUse(
      OAuth2Authorization authorization, @Nullable Family before, Map<String, Instant> ended) {
    if (before != null) {
      end(before, ended, "a code or a refresh token was used twice at once");
    }
    if (authorization.getAccessToken() == null) {
      throw new ConcurrentAuthorizationException();
    }
    throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    report(drop(authorization.getId()));
  }

  private synchronized Map<String, Instant> drop(String id) {
    Family family = families.get(id);
    forget(family);
    return family == null ? Map.of() : family.accessTokens();
  }

  @Override
  public synchronized @Nullable OAuth2Authorization findById(String id) {
    Family family = families.get(id);
    return family == null ? null : family.authorization();
  }

  /**
   * Finds by a token. Where no type is given, as for introspection and revocation, only access and
   * refresh tokens are searched: a code is no token that anybody could ask about.
   */
  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    Map<String, Instant> ended = new LinkedHashMap<>();
    OAuth2Authorization found = search(token, type, ended);
    report(ended);
    return found;
  }

  private synchronized @Nullable OAuth2Authorization search(
      String token, @Nullable OAuth2TokenType type, Map<String, Instant> ended) {
    if (type == null) {
      OAuth2Authorization found = find(TokenIndex.ACCESS_TOKEN, token);
      return found == null ? find(TokenIndex.REFRESH_TOKEN, token) : found;
    }
    OAuth2Authorization found = find(type.getValue(), token);
    if (found == null && OAuth2TokenType.REFRESH_TOKEN.equals(type)) {
      Family family = families.get(FamilyRefreshTokens.familyOf(token));
      if (family != null) {
        end(family, ended, "a refresh token that was replaced came back");
      }
    }
    return found;
  }

  private @Nullable OAuth2Authorization find(String type, String token) {
    String id = idsByToken.get(TokenIndex.key(type, token));
    return id == null ? null : findById(id);
  }

  private void end(Family family, Map<String, Instant> ended, String cause) {
    log.warn(
        "All tokens of an authorization are revoked: {}; client {}, subject {}",
        cause,
        family.authorization().getRegisteredClientId(),
        family.authorization().getPrincipalName());
    forget(family);
    ended.putAll(family.accessTokens());
  }

  private void forget(@Nullable Family family) {
    if (family != null) {
      families.remove(family.authorization().getId());
      family.tokenIndex().forEach(idsByToken::remove);
    }
  }

  /** Drops what has ended. A flood of new authorizations never drives out those of others. */
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
