package dev.gatewright.authentication.jwt;

import dev.gatewright.authentication.claim.ClaimsPolicy;
import dev.gatewright.authentication.claim.ReadClaims;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An issuer whose tokens are accepted, and which of them. Immutable and thread-safe. */
public final class TrustedIssuer {

  /** The most that clocks may differ. */
  public static final Duration MAX_CLOCK_SKEW = ClaimsPolicy.MAX_CLOCK_SKEW;

  /** Tolerance for clocks that differ, unless set. */
  public static final Duration DEFAULT_CLOCK_SKEW = Duration.ofSeconds(30);

  /** Longest lifetime of a token that is accepted, unless set. */
  public static final Duration DEFAULT_MAX_LIFETIME = Duration.ofMinutes(15);

  private final ClaimsPolicy claims;
  private final KeySource keys;
  private final boolean clientAsSubject;
  private final UnaryOperator<String> settings;

  private TrustedIssuer(Builder builder) {
    claims =
        new ClaimsPolicy(
            Option.text("issuer", builder.issuer),
            builder.audiences,
            builder.clockSkew,
            builder.maxLifetime,
            new ReadClaims(builder.rolesClaims, builder.chosenClaims),
            builder.clock);
    clientAsSubject = builder.clientAsSubject;
    settings = builder.settingNames;
    keys = builder.keySource != null ? builder.keySource : KeySource.of(builder.keys);
  }

  /** Starts an issuer; its name, an audience, and keys or a source of keys are mandatory. */
  public static Builder builder() {
    return new Builder();
  }

  String name() {
    return claims.issuer();
  }

  ClaimsPolicy claims() {
    return claims;
  }

  boolean clientAsSubject() {
    return clientAsSubject;
  }

  KeySource keys() {
    return keys;
  }

  UnaryOperator<String> settings() {
    return settings;
  }

  @Override
  public String toString() {
    return "TrustedIssuer[" + name() + "]";
  }

  /** Collects what is known of an issuer. Not thread-safe. */
  public static final class Builder {
    private @Nullable String issuer;
    private final Set<String> audiences = new LinkedHashSet<>();
    private final List<VerificationKey> keys = new ArrayList<>();
    private @Nullable KeySource keySource;
    private InstantSource clock = InstantSource.system();
    private Duration clockSkew = DEFAULT_CLOCK_SKEW;
    private Duration maxLifetime = DEFAULT_MAX_LIFETIME;
    private List<String> rolesClaims = List.of("roles");
    private List<String> chosenClaims = List.of();
    private boolean clientAsSubject;
    private UnaryOperator<String> settingNames = UnaryOperator.identity();

    private Builder() {}

    /**
     * What the log calls the options in the reasons of refusals, so that an operator finds them:
     * the names of these methods unless set, as {@code maxLifetime}. The operator has to be
     * thread-safe.
     */
    public Builder settingNames(UnaryOperator<String> newSettingNames) {
      settingNames = Objects.requireNonNull(newSettingNames);
      return this;
    }

    /** The issuer's {@code iss}, compared character by character. Mandatory. */
    public Builder issuer(@Nullable String newIssuer) {
      issuer = newIssuer;
      return this;
    }

    /** A name of this API: one of a token's {@code aud} must be one of these. Mandatory. */
    public Builder audience(String audience) {
      audiences.add(Objects.requireNonNull(audience));
      return this;
    }

    /** A key that tokens are verified with; several while keys rotate. Or see {@link #keys}. */
    public Builder key(VerificationKey key) {
      keys.add(Objects.requireNonNull(key));
      return this;
    }

    /** Where the keys come from, instead of single keys. */
    public Builder keys(KeySource source) {
      keySource = Objects.requireNonNull(source);
      return this;
    }

    /** The clock; the system's unless set. */
    public Builder clock(InstantSource newClock) {
      clock = Objects.requireNonNull(newClock);
      return this;
    }

    /** How far the issuer's clock may be off: 30 seconds unless set, 2 minutes at most. */
    public Builder clockSkew(Duration newClockSkew) {
      clockSkew = Objects.requireNonNull(newClockSkew);
      return this;
    }

    /**
     * The longest lifetime, {@code exp - iat}, that is accepted: 15 minutes unless set. A token
     * without {@code iat} may have no more than this left.
     */
    public Builder maxLifetime(Duration newMaxLifetime) {
      maxLifetime = Objects.requireNonNull(newMaxLifetime);
      return this;
    }

    /**
     * The claim that holds roles, as an array of strings or one string: {@code roles} unless set.
     * By name, or by a path as {@code realm_access.roles}; a claim that has the whole text as its
     * name wins over the path, so that names with dots, as {@code https://example.com/roles}, need
     * no escape.
     */
    public Builder rolesClaim(String newRolesClaim) {
      rolesClaims = Collections.singletonList(newRolesClaim);
      return this;
    }

    /** Several of them, whose roles are added up; at most 16. See {@link #rolesClaim}. */
    public Builder rolesClaims(List<String> newRolesClaims) {
      rolesClaims = newRolesClaims;
      return this;
    }

    /**
     * Claims that policies may read by {@code Caller.claim}, by name or path as {@link #rolesClaim}
     * has them: texts, whole numbers, booleans, and arrays of these. None unless set; at most 16.
     */
    public Builder claims(List<String> names) {
      chosenClaims = names;
      return this;
    }

    /**
     * Whether a token without {@code sub}, as some issuers give for client credentials, speaks for
     * its client, {@code client_id} or else {@code azp}: false unless set. Only for issuers where
     * no client can have the id of a user (RFC 9068, section 5), as policies could not tell them
     * apart by their subject.
     */
    public Builder clientAsSubject(boolean newClientAsSubject) {
      clientAsSubject = newClientAsSubject;
      return this;
    }

    /**
     * The issuer.
     *
     * @throws InvalidOptionException if an option is missing or out of bounds, naming it; or if
     *     both single keys and a source of keys are given
     */
    public TrustedIssuer build() {
      Option.require(
          keySource == null || keys.isEmpty(),
          "keys",
          "is given both as keys and as a source of keys",
          "keep one");
      return new TrustedIssuer(this);
    }
  }
}
