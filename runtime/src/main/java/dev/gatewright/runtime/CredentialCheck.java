package dev.gatewright.runtime;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.auth.AcrValues;
import dev.gatewright.runtime.auth.Authentication;
import dev.gatewright.runtime.auth.Authenticator;
import dev.gatewright.runtime.auth.Caller;
import dev.gatewright.runtime.auth.Revocations;
import dev.gatewright.runtime.policy.AccessPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates: exactly one credential, of an accepted scheme, valid and not revoked (OWASP
 * API2:2023).
 */
final class CredentialCheck {
  private static final String AUTHORIZATION = "Authorization";
  private static final String INVALID_TOKEN = "invalid_token";

  /** A credential as a request carries it. */
  private record Presented(Authenticator authenticator, String credential) {}

  private final List<Authenticator> authenticators;
  private final Revocations revocations;
  private final AcrValues acrValues;
  private final Challenges challenges;

  CredentialCheck(
      List<Authenticator> authenticators,
      Revocations revocations,
      AcrValues acrValues,
      Challenges challenges) {
    this.authenticators = List.copyOf(authenticators);
    this.revocations = revocations;
    this.acrValues = acrValues;
    this.challenges = challenges;
  }

  /**
   * Makes the caller known to the exchange.
   *
   * @throws dev.gatewright.runtime.problem.RefusedException unless there is one
   */
  Caller check(CurrentExchange current, AccessPolicy.Authenticated access) {
    Caller known = current.caller();
    if (known != null && access.accepts(known.scheme())) {
      return known;
    }
    Set<Scheme> accepted = access.schemes();
    Presented presented = presented(current, accepted);
    if (presented == null || !access.accepts(presented.authenticator().scheme())) {
      throw refuse(
          current,
          accepted,
          RefusalReason.CREDENTIAL_INVALID,
          "the credential is of a scheme that is not accepted here");
    }
    Caller caller =
        verified(
            current,
            accepted,
            presented.authenticator().authenticate(presented.credential(), current.exchange()));
    current.authenticated(caller);
    return caller;
  }

  /**
   * The one credential of the request; null where it is of a scheme that nobody here knows. What
   * comes with the connection counts only where the request itself carries none.
   */
  private @Nullable Presented presented(CurrentExchange current, Set<Scheme> accepted) {
    Presented presented = null;
    Presented ofConnection = null;
    int count = current.exchange().headers(AUTHORIZATION).size();
    for (int i = 0; i < authenticators.size(); i++) {
      Authenticator authenticator = authenticators.get(i);
      List<String> found = authenticator.credentials(current.exchange());
      if (found.isEmpty()) {
        continue;
      }
      Presented one = new Presented(authenticator, found.get(0));
      if (authenticator.header() == null) {
        ofConnection = one;
        continue;
      }
      presented = one;
      if (!AUTHORIZATION.equalsIgnoreCase(authenticator.header())) {
        count += found.size();
      }
    }
    if (count > 1) {
      throw refuse(
          current, accepted, RefusalReason.SEVERAL_CREDENTIALS, count + " credentials were sent");
    }
    if (count == 1) {
      return presented;
    }
    if (ofConnection == null) {
      throw refuse(current, accepted, RefusalReason.CREDENTIAL_MISSING, "no credential was sent");
    }
    return ofConnection;
  }

  private Caller verified(
      CurrentExchange current, Set<Scheme> accepted, Authentication authentication) {
    if (authentication instanceof Authentication.Rejected rejected) {
      throw current.refuse(
          challenges.challenge(
              Refusal.of(RefusalReason.CREDENTIAL_INVALID, rejected.cause()),
              accepted,
              rejected.error()));
    }
    if (authentication instanceof Authentication.Undecidable undecidable) {
      throw current.refuse(Undecidable.because(undecidable.cause()));
    }
    Caller caller = ((Authentication.Accepted) authentication).caller();
    if (revocations.isRevoked(caller)) {
      throw refuse(
          current, accepted, RefusalReason.CREDENTIAL_INVALID, "the credential was revoked");
    }
    return !caller.mfa() && acrValues.isMultiFactor(caller.acr()) ? caller.withMfa() : caller;
  }

  private RuntimeException refuse(
      CurrentExchange current, Set<Scheme> accepted, RefusalReason reason, String cause) {
    return current.refuse(challenges.challenge(Refusal.of(reason, cause), accepted, INVALID_TOKEN));
  }
}
