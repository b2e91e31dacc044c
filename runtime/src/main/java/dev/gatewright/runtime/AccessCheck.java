package dev.gatewright.runtime;

import dev.gatewright.runtime.auth.Caller;
import dev.gatewright.runtime.policy.AccessPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether an authenticated caller may call an endpoint: roles, scopes, authentication context. */
final class AccessCheck {

  /** Clocks of issuer and server may differ by this much. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final Challenges challenges;

  AccessCheck(InstantSource clock, Challenges challenges) {
    this.clock = clock;
    this.challenges = challenges;
  }

  void check(CurrentExchange current, Caller caller, AccessPolicy.Authenticated access) {
    for (Set<String> group : access.roleGroups()) {
      if (!hasAny(caller.roles(), group)) {
        throw current.refuse(
            Refusal.of(RefusalReason.ROLE_MISSING, "needs a role of " + new TreeSet<>(group)));
      }
    }
    if (!hasAll(caller.scopes(), access.scopes())) {
      throw current.refuse(challenges.insufficientScope(access.scopes()));
    }
    Duration maxAge = access.maxAuthAge();
    if (access.mfa() && !caller.mfa()) {
      throw current.refuse(
          challenges.insufficientAuthentication(true, maxAge, "needs more than one factor"));
    }
    if (maxAge != null && !isRecent(caller.authenticatedAt(), maxAge)) {
      throw current.refuse(
          challenges.insufficientAuthentication(
              access.mfa(), maxAge, "authenticated too long ago, or at a time that is not told"));
    }
  }

  private boolean isRecent(@Nullable Instant authenticatedAt, Duration maxAge) {
    if (authenticatedAt == null) {
      return false;
    }
    Instant now = clock.instant();
    return !authenticatedAt.plus(maxAge).isBefore(now)
        && !authenticatedAt.isAfter(now.plus(CLOCK_SKEW));
  }

  private static boolean hasAny(Set<String> held, Set<String> wanted) {
    for (String one : wanted) {
      if (held.contains(one)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasAll(Set<String> held, List<String> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!held.contains(wanted.get(i))) {
        return false;
      }
    }
    return true;
  }
}
