package dev.gatewright.processor.plan;

import dev.gatewright.Scheme;
import dev.gatewright.processor.model.ConsultedClass;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may call an endpoint, when everything that was declared has been combined. */
public sealed interface Access {

  /** Anybody, for this reason. */
  record Open(String reason) implements Access {}

  /**
   * Only authenticated callers that satisfy all of this.
   *
   * @param schemes accepted kinds of credential; empty means every configured kind
   * @param roleGroups the caller needs a role of each group
   * @param acrs authentication context classes that the caller's must each reach
   * @param maxAuthAge how long ago the caller may have authenticated at most; null means any age
   */
  record Authenticated(
      List<Scheme> schemes,
      List<List<String>> roleGroups,
      List<String> scopes,
      List<ConsultedClass> policies,
      boolean mfa,
      List<String> acrs,
      @Nullable Duration maxAuthAge)
      implements Access {

    /** Whether each caller that satisfies the other satisfies this, whatever is called with. */
    boolean areMetBy(Authenticated other) {
      return policies.isEmpty()
          && (schemes.isEmpty() || (!other.schemes.isEmpty() && schemes.containsAll(other.schemes)))
          && roleGroups.stream()
              .allMatch(anyOf -> other.roleGroups.stream().anyMatch(anyOf::containsAll))
          && other.scopes.containsAll(scopes)
          && (!mfa || other.mfa)
          && other.acrs.containsAll(acrs)
          && (maxAuthAge == null
              || (other.maxAuthAge != null && other.maxAuthAge.compareTo(maxAuthAge) <= 0));
    }
  }

  /** Nobody has said. Such an endpoint does not compile. */
  record Unstated() implements Access {}
}
