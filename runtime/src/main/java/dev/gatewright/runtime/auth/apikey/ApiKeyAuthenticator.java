package dev.gatewright.runtime.auth.apikey;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.auth.Authentication;
import dev.gatewright.runtime.auth.Authenticator;
import dev.gatewright.runtime.auth.Caller;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Verifies API keys that are sent in the {@code X-API-Key} header. Immutable and thread-safe.
 *
 * <p>A key reads {@code prefix_id.secret}: it is looked up by its id, and the hash of the whole is
 * compared in constant time.
 */
public final class ApiKeyAuthenticator implements Authenticator {

  /** The request header that holds a key. */
  public static final String HEADER = "X-API-Key";

  /** What keys start with unless set: {@code gw_}. */
  public static final String DEFAULT_PREFIX = "gw";

  /** The {@link Caller#issuer} of callers with a key unless set. */
  public static final String DEFAULT_ISSUER = "api-keys";

  private final ApiKeys keys;
  private final ApiKeyHasher hasher;
  private final String prefix;
  private final String issuer;
  private final InstantSource clock;

  /** Accepts keys of the default prefix, by the system's clock. */
  public ApiKeyAuthenticator(ApiKeys keys, ApiKeyHasher hasher) {
    this(keys, hasher, DEFAULT_PREFIX, DEFAULT_ISSUER, InstantSource.system());
  }

  /**
   * Accepts keys.
   *
   * @param prefix what keys start with, before the underscore: 1 to 16 letters and digits
   * @param issuer name of the key store, the {@link Caller#issuer} of callers
   * @throws InvalidOptionException if prefix or issuer are malformed
   */
  public ApiKeyAuthenticator(
      ApiKeys keys, ApiKeyHasher hasher, String prefix, String issuer, InstantSource clock) {
    this.keys = Objects.requireNonNull(keys);
    this.hasher = Objects.requireNonNull(hasher);
    this.prefix = ApiKeyText.checkedPrefix(prefix);
    this.issuer = Option.text("issuer", issuer);
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public Scheme scheme() {
    return Scheme.API_KEY;
  }

  @Override
  public String header() {
    return HEADER;
  }

  @Override
  public List<String> credentials(Exchange exchange) {
    return exchange.headers(HEADER);
  }

  @Override
  public Authentication authenticate(String credential, Exchange exchange) {
    ApiKeyText text = ApiKeyText.parse(prefix, credential);
    if (text == null) {
      return new Authentication.Rejected("the API key is malformed");
    }
    Optional<ApiKey> found;
    try {
      found = keys.findById(text.id());
    } catch (RuntimeException e) {
      return new Authentication.Undecidable(
          "the API key store failed: " + e.getClass().getSimpleName());
    }
    if (!hasher.matches(text.whole(), found.map(ApiKey::hash).orElse(null))) {
      return new Authentication.Rejected("the API key is unknown or its secret is wrong");
    }
    ApiKey key = found.orElseThrow();
    Instant expiresAt = key.expiresAt();
    if (expiresAt != null && !clock.instant().isBefore(expiresAt)) {
      return new Authentication.Rejected("the API key has expired");
    }
    return new Authentication.Accepted(
        Caller.of(Scheme.API_KEY, issuer, key.owner())
            .credentialId(key.id())
            .roles(key.roles())
            .scopes(key.scopes())
            .expiresAt(expiresAt)
            .build());
  }

  @Override
  public String challenge() {
    return "ApiKey";
  }
}
