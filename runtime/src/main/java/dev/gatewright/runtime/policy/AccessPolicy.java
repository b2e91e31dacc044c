package dev.gatewright.runtime.policy;

import dev.gatewright.Scheme;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may call an endpoint. */
public sealed interface AccessPolicy {

  /**
   * Anybody may.
   *
   * @param reason why, as the annotation said
   */
  record Open(String reason) implements AccessPolicy {}

  /**
   * Only authenticated callers that satisfy all of this.
   *
   * @param schemes accepted kinds of credential; empty means every configured kind
   * @param roleGroups the caller needs a role of each group
   * @param scopes scopes the caller needs all of, in the order they were declared
   * @param mfa whether more than one factor is needed
   * @param acrs authentication context classes that the caller's must each reach
   * @param maxAuthAge how long ago the caller may have authenticated at most; null means any age
   */
  record Authenticated(
      Set<Scheme> schemes,
      List<Set<String>> roleGroups,
      List<String> scopes,
      boolean mfa,
      List<String> acrs,
      @Nullable Duration maxAuthAge)
      implements AccessPolicy {

    /** Copies what it is given. */
    public Authenticated {
      schemes = Set.copyOf(schemes);
      roleGroups = roleGroups.stream().map(Set::copyOf).toList();
      scopes = List.copyOf(scopes);
      acrs = List.copyOf(acrs);
    }

    /** Whether credentials of this kind are accepted. */
    public boolean accepts(Scheme scheme) {
      return schemes.isEmpty() || schemes.contains(scheme);
    }
  }
}
