package dev.gatewright.runtime;

import dev.gatewright.runtime.caller.AcrValues;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.policy.AccessPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether an authenticated caller may call an endpoint: roles, scopes, authentication context. */
record AccessCheck(InstantSource clock, AcrValues acrValues, Challenges challenges) {

  /** Clocks of issuer and server may differ by this much. */
  static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

  /** Compares the caller with what the endpoint asks; null where it may go on. */
  @Nullable Refusal check(Caller caller, AccessPolicy.Authenticated access) {
    for (Set<String> group : access.roleGroups()) {
      if (Collections.disjoint(caller.roles(), group)) {
        Set<String> held = new TreeSet<>(caller.roles());
        return Refusal.of(
            RefusalReason.ROLE_MISSING,
            "needs a role of " + new TreeSet<>(group) + ", and has " + held);
      }
    }
    if (!caller.scopes().containsAll(access.scopes())) {
      return challenges.insufficientScope(caller, access.scopes());
    }
    return checkAuthentication(caller, access);
  }

  /** How the caller authenticated, and when (RFC 9470). */
  private @Nullable Refusal checkAuthentication(Caller caller, AccessPolicy.Authenticated access) {
    Duration maxAge = access.maxAuthAge();
    List<String> acceptable = acceptable(access);
    if (access.mfa() && !caller.mfa()) {
      return challenges.insufficientAuthentication(
          caller.scheme(), acceptable, maxAge, "needs more than one factor");
    }
    for (int i = 0; i < access.acrs().size(); i++) {
      String acr = access.acrs().get(i);
      if (!acrValues.reaches(caller.acr(), acr)) {
        return challenges.insufficientAuthentication(
            caller.scheme(), acceptable, maxAge, "needs acr '" + acr + "'");
      }
    }
    if (maxAge != null && !isRecent(caller.authenticatedAt(), maxAge)) {
      return challenges.insufficientAuthentication(
          caller.scheme(),
          acceptable,
          maxAge,
          "authenticated too long ago, or at a time that is not told");
    }
    return null;
  }

  /** The context classes that satisfy everything the endpoint asks; null where it asks nothing. */
  private @Nullable List<String> acceptable(AccessPolicy.Authenticated access) {
    if (!access.mfa() && access.acrs().isEmpty()) {
      return null;
    }
    List<String> acceptable = access.mfa() ? acrValues.multiFactor() : acrValues.all();
    for (String acr : access.acrs()) {
      List<String> strong = acrValues.from(acr);
      acceptable = acceptable.stream().filter(strong::contains).toList();
    }
    return acceptable;
  }

  private boolean isRecent(@Nullable Instant authenticatedAt, Duration maxAge) {
    if (authenticatedAt == null) {
      return false;
    }
    Instant now = clock.instant();
    return !authenticatedAt.plus(maxAge).isBefore(now)
        && !authenticatedAt.isAfter(now.plus(CLOCK_SKEW));
  }
}
