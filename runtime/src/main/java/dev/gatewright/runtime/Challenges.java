package dev.gatewright.runtime;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes {@code WWW-Authenticate} (RFC 9110, 11.6.1; RFC 6750, section 3; RFC 9470). */
record Challenges(List<Authenticator> authenticators, String realm) {
  private static final String HEADER = "WWW-Authenticate";

  Challenges {
    authenticators = List.copyOf(authenticators);
  }

  /**
   * The refusal with one challenge for each accepted scheme.
   *
   * @param error what is wrong with a token that is not valid
   */
  Refusal challenge(Refusal refusal, Set<Scheme> accepted, String error) {
    List<String> all = new ArrayList<>();
    for (Authenticator authenticator : authenticators) {
      Scheme scheme = authenticator.scheme();
      if (accepted.isEmpty() || accepted.contains(scheme)) {
        boolean takesTokens = scheme == Scheme.BEARER || scheme == Scheme.DPOP;
        all.add(
            withRealm(authenticator.challenge())
                + (takesTokens ? tokenError(refusal.reason(), error) : ""));
      }
    }
    return all.isEmpty() ? refusal : refusal.withHeader(HEADER, String.join(", ", all));
  }

  /** A challenge may bring parameters of its own: {@code DPoP algs="ES256"}. */
  private String withRealm(String challenge) {
    int space = challenge.indexOf(' ');
    String realmParameter = " realm=\"" + realm + "\"";
    return space < 0
        ? challenge + realmParameter
        : challenge.substring(0, space) + realmParameter + "," + challenge.substring(space);
  }

  private static String tokenError(RefusalReason reason, String error) {
    return switch (reason) {
      case CREDENTIAL_INVALID -> ", error=\"" + error + "\"";
      case SEVERAL_CREDENTIALS -> ", error=\"invalid_request\"";
      default -> "";
    };
  }

  /** The refusal of a credential that lacks one of the scopes. */
  Refusal insufficientScope(Caller caller, List<String> needed) {
    String cause = "needs scopes " + needed + ", and has " + new TreeSet<>(caller.scopes());
    return Refusal.of(RefusalReason.INSUFFICIENT_SCOPE, cause)
        .withHeader(
            HEADER,
            "%s realm=\"%s\", error=\"insufficient_scope\", scope=\"%s\""
                .formatted(tokenScheme(caller.scheme()), realm, String.join(" ", needed)));
  }

  /**
   * The refusal of an authentication that is too weak or too long ago (RFC 9470, section 3).
   *
   * @param acceptable the context classes that would do; null where the class is no matter
   */
  Refusal insufficientAuthentication(
      Scheme presented,
      @Nullable List<String> acceptable,
      @Nullable Duration maxAge,
      String cause) {
    StringBuilder challenge =
        new StringBuilder(tokenScheme(presented))
            .append(" realm=\"")
            .append(realm)
            .append("\", error=\"insufficient_user_authentication\"");
    if (acceptable != null && !acceptable.isEmpty()) {
      challenge.append(", acr_values=\"").append(String.join(" ", acceptable)).append('"');
    }
    if (maxAge != null) {
      challenge.append(", max_age=").append(maxAge.toSeconds());
    }
    return Refusal.of(RefusalReason.INSUFFICIENT_AUTHENTICATION, cause)
        .withHeader(HEADER, challenge.toString());
  }

  /** Scopes and step-up are had by another token, whatever was presented. */
  private static String tokenScheme(Scheme presented) {
    return presented == Scheme.DPOP ? "DPoP" : "Bearer";
  }
}
