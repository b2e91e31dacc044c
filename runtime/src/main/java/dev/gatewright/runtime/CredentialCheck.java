package dev.gatewright.runtime;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.auth.Authentication;
import dev.gatewright.runtime.auth.Authenticator;
import dev.gatewright.runtime.auth.Caller;
import dev.gatewright.runtime.auth.Revocations;
import dev.gatewright.runtime.policy.AccessPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import java.util.List;
import java.util.Set;

/**
 * Authenticates: exactly one credential, of an accepted scheme, valid and not revoked (OWASP
 * API2:2023).
 */
final class CredentialCheck {
  private static final String AUTHORIZATION = "Authorization";

  private final List<Authenticator> authenticators;
  private final Revocations revocations;
  private final Challenges challenges;

  CredentialCheck(
      List<Authenticator> authenticators, Revocations revocations, Challenges challenges) {
    this.authenticators = List.copyOf(authenticators);
    this.revocations = revocations;
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
    Authenticator presented = null;
    String credential = "";
    int count = current.exchange().headers(AUTHORIZATION).size();
    for (Authenticator authenticator : authenticators) {
      List<String> found = authenticator.credentials(current.exchange());
      if (!AUTHORIZATION.equalsIgnoreCase(authenticator.header())) {
        count += found.size();
      }
      if (!found.isEmpty()) {
        presented = authenticator;
        credential = found.get(0);
      }
    }
    Set<Scheme> accepted = access.schemes();
    if (count == 0) {
      throw refuse(current, accepted, RefusalReason.CREDENTIAL_MISSING, "no credential was sent");
    }
    if (count > 1) {
      throw refuse(
          current, accepted, RefusalReason.SEVERAL_CREDENTIALS, count + " credentials were sent");
    }
    if (presented == null || !access.accepts(presented.scheme())) {
      throw refuse(
          current,
          accepted,
          RefusalReason.CREDENTIAL_INVALID,
          "the credential is of a scheme that is not accepted here");
    }
    Caller caller = verified(current, accepted, presented.authenticate(credential));
    current.authenticated(caller);
    return caller;
  }

  private Caller verified(
      CurrentExchange current, Set<Scheme> accepted, Authentication authentication) {
    if (authentication instanceof Authentication.Rejected rejected) {
      throw refuse(current, accepted, RefusalReason.CREDENTIAL_INVALID, rejected.cause());
    }
    if (authentication instanceof Authentication.Undecidable undecidable) {
      throw current.refuse(Undecidable.because(undecidable.cause()));
    }
    Caller caller = ((Authentication.Accepted) authentication).caller();
    if (revocations.isRevoked(caller)) {
      throw refuse(
          current, accepted, RefusalReason.CREDENTIAL_INVALID, "the credential was revoked");
    }
    return caller;
  }

  private RuntimeException refuse(
      CurrentExchange current, Set<Scheme> accepted, RefusalReason reason, String cause) {
    return current.refuse(challenges.challenge(Refusal.of(reason, cause), accepted));
  }
}
