package dev.gatewright.authentication.claim;

import dev.gatewright.runtime.option.Option;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which claims of one issuer are accepted. Immutable.
 *
 * @param issuer the only {@code iss}
 * @param audiences names of this API, one of which must be in {@code aud}
 * @param clockSkew how far the issuer's clock may be off, 2 minutes at most
 * @param maxLifetime the longest lifetime, {@code exp - iat}
 * @param read which claims tell what else is known of a caller
 * @param clock what time it is
 */
public record ClaimsPolicy(
    String issuer,
    Set<String> audiences,
    Duration clockSkew,
    Duration maxLifetime,
    ReadClaims read,
    InstantSource clock) {

  /** The most that clocks may differ. */
  public static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(2);

  /**
   * Copies the audiences.
   *
   * @throws dev.gatewright.runtime.option.InvalidOptionException if an option is out of bounds,
   *     naming it
   */
  public ClaimsPolicy {
    Option.text("issuer", issuer);
    audiences = requiredAudiences(audiences);
    Option.require(
        !clockSkew.isNegative() && clockSkew.compareTo(MAX_CLOCK_SKEW) <= 0,
        "clockSkew",
        "is not between 0 seconds and 2 minutes",
        "correct the clocks instead");
    Option.require(
        maxLifetime.compareTo(Duration.ofSeconds(1)) >= 0
            && maxLifetime.compareTo(Duration.ofDays(366)) <= 0,
        "maxLifetime",
        "is not between 1 second and 366 days",
        "use the lifetime of the issuer's access tokens, 15 minutes or less");
  }

  /** Requires an audience. */
  public static Set<String> requiredAudiences(Set<String> audiences) {
    Option.require(
        !audiences.isEmpty() && audiences.stream().noneMatch(String::isBlank),
        "audience",
        "is missing",
        "set it to what the issuer puts into 'aud' for this API");
    return Set.copyOf(audiences);
  }

  /** Requires that roles are not read from a claim that means something else. */
  public static String checkedRolesClaim(@Nullable String rolesClaim) {
    return RolesClaims.checked(rolesClaim);
  }
}
