package dev.gatewright.runtime;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.auth.Authenticator;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes {@code WWW-Authenticate} (RFC 9110, 11.6.1; RFC 6750, section 3; RFC 9470). */
final class Challenges {
  private static final String HEADER = "WWW-Authenticate";

  private final List<Authenticator> authenticators;
  private final String realm;
  private final List<String> acrValues;

  Challenges(List<Authenticator> authenticators, String realm, List<String> acrValues) {
    this.authenticators = List.copyOf(authenticators);
    this.realm = realm;
    this.acrValues = List.copyOf(acrValues);
  }

  /** The refusal with one challenge for each accepted scheme. */
  Refusal challenge(Refusal refusal, Set<Scheme> accepted) {
    List<String> all = new ArrayList<>();
    for (Authenticator authenticator : authenticators) {
      if (accepted.isEmpty() || accepted.contains(authenticator.scheme())) {
        String error = authenticator.scheme() == Scheme.BEARER ? bearerError(refusal.reason()) : "";
        all.add(authenticator.challenge() + " realm=\"" + realm + "\"" + error);
      }
    }
    return all.isEmpty() ? refusal : refusal.withHeader(HEADER, String.join(", ", all));
  }

  private static String bearerError(RefusalReason reason) {
    return switch (reason) {
      case CREDENTIAL_INVALID -> ", error=\"invalid_token\"";
      case SEVERAL_CREDENTIALS -> ", error=\"invalid_request\"";
      default -> "";
    };
  }

  /** The refusal of a token that lacks one of the scopes. */
  Refusal insufficientScope(List<String> needed) {
    return Refusal.of(RefusalReason.INSUFFICIENT_SCOPE, "needs scopes " + needed)
        .withHeader(
            HEADER,
            "Bearer realm=\""
                + realm
                + "\", error=\"insufficient_scope\", scope=\""
                + String.join(" ", needed)
                + "\"");
  }

  /** The refusal of an authentication that is too weak or too long ago (RFC 9470). */
  Refusal insufficientAuthentication(boolean mfa, @Nullable Duration maxAge, String cause) {
    StringBuilder challenge =
        new StringBuilder("Bearer realm=\"")
            .append(realm)
            .append("\", error=\"insufficient_user_authentication\"");
    if (mfa) {
      challenge.append(", acr_values=\"").append(String.join(" ", acrValues)).append('"');
    }
    if (maxAge != null) {
      challenge.append(", max_age=").append(maxAge.toSeconds());
    }
    return Refusal.of(RefusalReason.INSUFFICIENT_AUTHENTICATION, cause)
        .withHeader(HEADER, challenge.toString());
  }
}
