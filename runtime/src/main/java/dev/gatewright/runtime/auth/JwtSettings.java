package dev.gatewright.runtime.auth;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which tokens are accepted. Immutable and thread-safe. */
public final class JwtSettings {

  /** The most that clocks may differ. */
  public static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(2);

  /** Tolerance for clocks that differ, unless set. */
  public static final Duration DEFAULT_CLOCK_SKEW = Duration.ofSeconds(30);

  /** Longest lifetime of a token that is accepted, unless set. */
  public static final Duration DEFAULT_MAX_LIFETIME = Duration.ofMinutes(15);

  /** Longest token that is read, in bytes, unless set. */
  public static final int DEFAULT_MAX_TOKEN_LENGTH = 8_192;

  private static final Set<String> CLAIMS_WITH_A_MEANING =
      Set.of(
          "iss",
          "aud",
          "sub",
          "exp",
          "nbf",
          "iat",
          "jti",
          "auth_time",
          "acr",
          "amr",
          "cnf",
          "client_id",
          "azp",
          "scope",
          "scp");

  private final String issuer;
  private final Set<String> audiences;
  private final VerificationKeys keys;
  private final InstantSource clock;
  private final Duration clockSkew;
  private final Duration maxLifetime;
  private final String rolesClaim;
  private final Set<String> mfaAcrValues;
  private final int maxTokenLength;

  private JwtSettings(Builder builder) {
    issuer = requiredText("issuer", builder.issuer);
    audiences = requiredAudiences(builder.audiences);
    keys = new VerificationKeys(builder.keys);
    clock = builder.clock;
    clockSkew = builder.clockSkew;
    maxLifetime = builder.maxLifetime;
    rolesClaim = checkedRolesClaim(builder.rolesClaim);
    mfaAcrValues = Set.copyOf(builder.mfaAcrValues);
    maxTokenLength = builder.maxTokenLength;
    require(
        !clockSkew.isNegative() && clockSkew.compareTo(MAX_CLOCK_SKEW) <= 0,
        "clockSkew",
        "is not between 0 seconds and 2 minutes",
        "correct the clocks instead");
    require(
        maxLifetime.compareTo(Duration.ofSeconds(1)) >= 0
            && maxLifetime.compareTo(Duration.ofDays(366)) <= 0,
        "maxLifetime",
        "is not between 1 second and 366 days",
        "use the lifetime of the issuer's access tokens, 15 minutes or less");
    require(
        maxTokenLength >= 64 && maxTokenLength <= 65_536,
        "maxTokenLength",
        "is not between 64 and 65536 bytes",
        "use 8192");
  }

  /** Starts settings; issuer, audience and a key are mandatory. */
  public static Builder builder() {
    return new Builder();
  }

  static String requiredText(String option, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new InvalidOptionException(option, "is missing", "set it");
    }
    return value;
  }

  static Set<String> requiredAudiences(Set<String> audiences) {
    if (audiences.isEmpty() || audiences.stream().anyMatch(String::isBlank)) {
      throw new InvalidOptionException(
          "audience", "is missing", "set it to what the issuer puts into 'aud' for this API");
    }
    return Set.copyOf(audiences);
  }

  static String checkedRolesClaim(String rolesClaim) {
    requiredText("rolesClaim", rolesClaim);
    require(
        !CLAIMS_WITH_A_MEANING.contains(rolesClaim),
        "rolesClaim",
        "is the name of a claim that means something else",
        "use 'roles', or the name that the issuer uses");
    return rolesClaim;
  }

  static void require(boolean condition, String option, String problem, String fix) {
    if (!condition) {
      throw new InvalidOptionException(option, problem, fix);
    }
  }

  String issuer() {
    return issuer;
  }

  Set<String> audiences() {
    return audiences;
  }

  VerificationKeys keys() {
    return keys;
  }

  InstantSource clock() {
    return clock;
  }

  Duration clockSkew() {
    return clockSkew;
  }

  Duration maxLifetime() {
    return maxLifetime;
  }

  String rolesClaim() {
    return rolesClaim;
  }

  Set<String> mfaAcrValues() {
    return mfaAcrValues;
  }

  int maxTokenLength() {
    return maxTokenLength;
  }

  /** Collects settings. Not thread-safe. */
  public static final class Builder {
    private @Nullable String issuer;
    private final Set<String> audiences = new LinkedHashSet<>();
    private final List<VerificationKey> keys = new ArrayList<>();
    private InstantSource clock = InstantSource.system();
    private Duration clockSkew = DEFAULT_CLOCK_SKEW;
    private Duration maxLifetime = DEFAULT_MAX_LIFETIME;
    private String rolesClaim = "roles";
    private final Set<String> mfaAcrValues = new LinkedHashSet<>();
    private int maxTokenLength = DEFAULT_MAX_TOKEN_LENGTH;

    private Builder() {}

    /** The only {@code iss} that is accepted, compared character by character. Mandatory. */
    public Builder issuer(@Nullable String newIssuer) {
      issuer = newIssuer;
      return this;
    }

    /** A name of this API: one of a token's {@code aud} must be one of these. Mandatory. */
    public Builder audience(String audience) {
      audiences.add(Objects.requireNonNull(audience));
      return this;
    }

    /** A key that tokens are verified with. Mandatory; several while keys rotate. */
    public Builder key(VerificationKey key) {
      keys.add(Objects.requireNonNull(key));
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
     */
    public Builder rolesClaim(String newRolesClaim) {
      rolesClaim = newRolesClaim;
      return this;
    }

    /**
     * A value of {@code acr} that stands for more than one factor. None unless set: then only
     * {@code amr} with {@code mfa} (RFC 8176) does.
     */
    public Builder mfaAcrValue(String acr) {
      mfaAcrValues.add(Objects.requireNonNull(acr));
      return this;
    }

    /** The longest token that is read, in bytes: 8192 unless set. */
    public Builder maxTokenLength(int bytes) {
      maxTokenLength = bytes;
      return this;
    }

    /**
     * The settings.
     *
     * @throws InvalidOptionException if one is missing or out of bounds, naming it
     */
    public JwtSettings build() {
      return new JwtSettings(this);
    }
  }
}
