package dev.gatewright.authentication.apikey;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies API keys that are sent in the {@code X-API-Key} header. Immutable and thread-safe.
 *
 * <p>A key reads {@code prefix_id.secret} with check digits, see {@link ApiKeyFormat}. It is looked
 * up by its id once its check digits are right, and the hash of the whole is compared in constant
 * time, whether there is such an id or not. It is never read from anywhere but the header: a key in
 * a URL ends up in logs and histories (OWASP API2:2023).
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
  private final @Nullable ApiKeyUpdates updates;

  /** Accepts keys of the default prefix, by the system's clock. */
  public ApiKeyAuthenticator(ApiKeys keys, ApiKeyHasher hasher) {
    this(builder(keys, hasher));
  }

  private ApiKeyAuthenticator(Builder builder) {
    keys = builder.keys;
    hasher = builder.hasher;
    prefix = ApiKeyText.checkedPrefix(builder.prefix);
    issuer = Option.text("issuer", builder.issuer);
    clock = builder.clock;
    updates = builder.updates;
  }

  /** Starts an authenticator of these keys. */
  public static Builder builder(ApiKeys keys, ApiKeyHasher hasher) {
    return new Builder(keys, hasher);
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
    HashMatch match;
    try {
      found = keys.findById(text.id());
      match = hasher.match(text.whole(), found.map(ApiKey::hash).orElse(null));
    } catch (RuntimeException e) {
      return new Authentication.Undecidable(
          "the API key store failed: " + e.getClass().getSimpleName());
    }
    if (match instanceof HashMatch.None) {
      return new Authentication.Rejected("the API key is unknown or its secret is wrong");
    }
    ApiKey key = found.orElseThrow();
    Instant now = clock.instant();
    if (!key.isLive(now)) {
      return new Authentication.Rejected(
          key.revokedAt() == null ? "the API key has expired" : "the API key was revoked");
    }
    if (updates != null) {
      updates.used(key, match, now);
    }
    return new Authentication.Accepted(
        Caller.of(Scheme.API_KEY, issuer, key.owner())
            .credentialId(key.id())
            .roles(key.roles())
            .scopes(key.scopes())
            .issuedAt(key.createdAt())
            .expiresAt(key.expiresAt())
            .build());
  }

  @Override
  public String challenge() {
    return "ApiKey";
  }

  /** Collects what an authenticator needs. Not thread-safe. */
  public static final class Builder {
    private final ApiKeys keys;
    private final ApiKeyHasher hasher;
    private String prefix = DEFAULT_PREFIX;
    private String issuer = DEFAULT_ISSUER;
    private InstantSource clock = InstantSource.system();
    private @Nullable ApiKeyUpdates updates;

    private Builder(ApiKeys keys, ApiKeyHasher hasher) {
      this.keys = Objects.requireNonNull(keys);
      this.hasher = Objects.requireNonNull(hasher);
    }

    /**
     * What keys start with, before the underscore: 1 to 16 letters and digits; {@code gw} unless
     * set.
     */
    public Builder prefix(String newPrefix) {
      prefix = Objects.requireNonNull(newPrefix);
      return this;
    }

    /** Name of the key store, the {@link Caller#issuer} of callers; {@code api-keys} unless set. */
    public Builder issuer(String newIssuer) {
      issuer = newIssuer;
      return this;
    }

    /** The clock; the system's unless set. */
    public Builder clock(InstantSource newClock) {
      clock = Objects.requireNonNull(newClock);
      return this;
    }

    /** Is told of every key that was accepted. Whoever made it closes it. Nobody unless set. */
    public Builder updates(ApiKeyUpdates newUpdates) {
      updates = Objects.requireNonNull(newUpdates);
      return this;
    }

    /**
     * The authenticator.
     *
     * @throws InvalidOptionException if prefix or issuer are malformed, naming it
     */
    public ApiKeyAuthenticator build() {
      return new ApiKeyAuthenticator(this);
    }
  }
}
