package dev.gatewright.issuing;

import dev.gatewright.authentication.claim.ClaimsPolicy;
import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.authentication.strict.StrictBase64Url;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Issues short-lived JWT access tokens (RFC 9068) for applications without an identity provider.
 * Thread-safe.
 */
public final class TokenIssuer {

  /** Lifetime of a token unless set. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(15);

  /** The longest lifetime that can be set. */
  public static final Duration MAX_LIFETIME = Duration.ofHours(1);

  private static final int ID_BYTES = 16;

  private final String issuer;
  private final TokenJson json;
  private final Supplier<SigningKey> keys;
  private final Duration lifetime;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private volatile KeyedHeader lastHeader;

  private TokenIssuer(Builder builder) {
    issuer = Option.text("issuer", builder.issuer);
    ClaimsPolicy.requiredAudiences(builder.audiences);
    if (builder.keys == null) {
      throw new InvalidOptionException("key", "is missing", "set the key that signs tokens");
    }
    keys = builder.keys;
    lifetime = builder.lifetime;
    Option.require(
        lifetime.compareTo(Duration.ofSeconds(1)) >= 0 && lifetime.compareTo(MAX_LIFETIME) <= 0,
        "lifetime",
        "is not between 1 second and 1 hour",
        "issue tokens anew instead of making them live longer");
    json =
        new TokenJson(
            issuer,
            List.copyOf(builder.audiences),
            ClaimsPolicy.checkedRolesClaim(builder.rolesClaim));
    clock = builder.clock;
    lastHeader = KeyedHeader.of(keys.get());
  }

  /** Starts an issuer; its name, an audience and a key are mandatory. */
  public static Builder builder() {
    return new Builder();
  }

  /** {@code iss} of the tokens. */
  public String issuer() {
    return issuer;
  }

  /** Signs a token that starts now. */
  public AccessToken issue(TokenRequest request) {
    byte[] idBytes = new byte[ID_BYTES];
    random.nextBytes(idBytes);
    String id = StrictBase64Url.encode(idBytes);
    Instant issuedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expiresAt = issuedAt.plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
    String claims = json.claims(request, id, issuedAt, expiresAt);
    KeyedHeader header = header();
    SigningKey key = header.key();
    String signingInput = header.encoded() + "." + StrictBase64Url.encode(claims);
    byte[] signature = key.sign(signingInput.getBytes(StandardCharsets.US_ASCII));
    return new AccessToken(
        signingInput + "." + StrictBase64Url.encode(signature), id, issuedAt, expiresAt);
  }

  private KeyedHeader header() {
    SigningKey key = keys.get();
    KeyedHeader header = lastHeader;
    if (!header.key().equals(key)) {
      header = KeyedHeader.of(key);
      lastHeader = header;
    }
    return header;
  }

  /** A key with the header of the tokens it signs. */
  private record KeyedHeader(SigningKey key, String encoded) {
    static KeyedHeader of(SigningKey key) {
      return new KeyedHeader(key, StrictBase64Url.encode(TokenJson.header(key)));
    }
  }

  /** Collects what an issuer needs. Not thread-safe. */
  public static final class Builder {
    private @Nullable String issuer;
    private final Set<String> audiences = new LinkedHashSet<>();
    private @Nullable Supplier<SigningKey> keys;
    private Duration lifetime = DEFAULT_LIFETIME;
    private String rolesClaim = "roles";
    private InstantSource clock = InstantSource.system();

    private Builder() {}

    /** {@code iss}. Mandatory. */
    public Builder issuer(@Nullable String newIssuer) {
      issuer = newIssuer;
      return this;
    }

    /** One more {@code aud}. At least one is mandatory. */
    public Builder audience(String audience) {
      audiences.add(Objects.requireNonNull(audience));
      return this;
    }

    /** The key that signs. Mandatory, here or by {@link #keys}. */
    public Builder key(@Nullable SigningKey newKey) {
      keys = newKey == null ? null : () -> newKey;
      return this;
    }

    /**
     * The key that signs now, asked for every token: {@link SigningKeys}, or a rotating secret.
     * Thread-safe.
     */
    public Builder keys(Supplier<SigningKey> newKeys) {
      keys = Objects.requireNonNull(newKeys);
      return this;
    }

    /** How long tokens live: 15 minutes unless set, 1 hour at most. */
    public Builder lifetime(Duration newLifetime) {
      lifetime = Objects.requireNonNull(newLifetime);
      return this;
    }

    /** The claim that holds roles: {@code roles} unless set. */
    public Builder rolesClaim(String newRolesClaim) {
      rolesClaim = newRolesClaim;
      return this;
    }

    /** The clock; the system's unless set. */
    public Builder clock(InstantSource newClock) {
      clock = Objects.requireNonNull(newClock);
      return this;
    }

    /**
     * The issuer.
     *
     * @throws InvalidOptionException if an option is missing or out of bounds, naming it
     */
    public TokenIssuer build() {
      return new TokenIssuer(this);
    }
  }
}
