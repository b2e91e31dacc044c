package dev.gatewright.runtime;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.caller.AcrValues;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.Revocations;
import dev.gatewright.runtime.policy.AccessPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates: exactly one credential, of an accepted scheme, valid and not revoked (OWASP
 * API2:2023).
 */
record CredentialCheck(
    List<Authenticator> authenticators,
    Revocations revocations,
    InstantSource clock,
    AcrValues acrValues,
    Challenges challenges) {
  private static final String AUTHORIZATION = "Authorization";
  private static final String INVALID_TOKEN = "invalid_token";

  /** How long what was found of a caller holds in its exchange, in milliseconds. */
  private static final long FRESH_MILLIS = 5_000;

  /** A credential as a request carries it. */
  private record Presented(Authenticator authenticator, String credential) {}

  /**
   * The credentials of a request.
   *
   * @param count how many it carries itself
   * @param carried one of these; null where none is of a scheme that somebody here knows
   * @param ofConnection the one that comes with its connection; null for none
   */
  private record Found(int count, @Nullable Presented carried, @Nullable Presented ofConnection) {}

  CredentialCheck {
    authenticators = List.copyOf(authenticators);
  }

  /** Makes the caller known to the request; null where there is one, and it may go on. */
  @Nullable Refusal check(RequestState request, AccessPolicy.Authenticated access) {
    if (known(request, access) != null) {
      return null;
    }
    Set<Scheme> accepted = access.schemes();
    Found found = found(request);
    if (found.count() > 1) {
      return refusal(
          accepted, RefusalReason.SEVERAL_CREDENTIALS, found.count() + " credentials were sent");
    }
    // What comes with the connection counts only where the request itself carries none.
    Presented presented = found.count() == 1 ? found.carried() : found.ofConnection();
    if (presented == null && found.count() == 0) {
      return refusal(accepted, RefusalReason.CREDENTIAL_MISSING, "no credential was sent");
    }
    if (presented == null || !access.accepts(presented.authenticator().scheme())) {
      return refusal(
          accepted,
          RefusalReason.CREDENTIAL_INVALID,
          "the credential is of a scheme that is not accepted here");
    }
    Authenticator authenticator = presented.authenticator();
    return verify(
        request,
        accepted,
        request.caller() == null
            ? authenticator.authenticate(presented.credential(), request.exchange())
            : authenticator.authenticateAgain(presented.credential(), request.exchange()));
  }

  /** Tells whether a caller was authenticated so long ago that much may have changed since. */
  boolean isStale(RequestState request) {
    return request.caller() != null
        && Math.abs(clock.millis() - request.authenticatedAtMillis()) > FRESH_MILLIS;
  }

  /** Who was authenticated already, in the same exchange, and just now. */
  private @Nullable Caller known(RequestState request, AccessPolicy.Authenticated access) {
    Caller known = request.caller();
    return known != null && access.accepts(known.scheme()) && !isStale(request) ? known : null;
  }

  private Caller authenticated(RequestState request, Caller accepted) {
    Caller caller =
        !accepted.mfa() && acrValues.isMultiFactor(accepted.acr()) ? accepted.withMfa() : accepted;
    request.authenticated(caller, clock.millis());
    return caller;
  }

  /**
   * Makes the caller known to the request, if its credential is remembered.
   *
   * @return null unless it is and was not revoked: {@link #check} then says what is wrong, if
   *     anything is
   */
  @Nullable Caller remembered(RequestState request, AccessPolicy.Authenticated access) {
    Caller known = known(request, access);
    if (known != null) {
      return known;
    }
    Found found = found(request);
    Presented presented = found.carried();
    if (found.count() != 1
        || presented == null
        || !access.accepts(presented.authenticator().scheme())) {
      return null;
    }
    Authentication.Accepted accepted =
        presented.authenticator().remembered(presented.credential(), request.exchange());
    if (accepted == null || revocations.isRevoked(accepted.caller())) {
      return null;
    }
    return authenticated(request, accepted.caller());
  }

  private Found found(RequestState request) {
    Presented carried = null;
    Presented ofConnection = null;
    int count = request.exchange().headers(AUTHORIZATION).size();
    for (int i = 0; i < authenticators.size(); i++) {
      Authenticator authenticator = authenticators.get(i);
      List<String> found = authenticator.credentials(request.exchange());
      if (found.isEmpty()) {
        continue;
      }
      Presented one = new Presented(authenticator, found.get(0));
      if (authenticator.header() == null) {
        ofConnection = one;
        continue;
      }
      carried = one;
      if (!AUTHORIZATION.equalsIgnoreCase(authenticator.header())) {
        count += found.size();
      }
    }
    return new Found(count, carried, ofConnection);
  }

  private @Nullable Refusal verify(
      RequestState request, Set<Scheme> accepted, Authentication authentication) {
    if (authentication instanceof Authentication.Rejected rejected) {
      return challenges.challenge(
          Refusal.of(RefusalReason.CREDENTIAL_INVALID, rejected.cause()),
          accepted,
          rejected.error());
    }
    if (authentication instanceof Authentication.Undecidable undecidable) {
      return Refusal.undecidable(undecidable.cause());
    }
    Caller caller = ((Authentication.Accepted) authentication).caller();
    if (revocations.isRevoked(caller)) {
      return refusal(accepted, RefusalReason.CREDENTIAL_INVALID, "the credential was revoked");
    }
    authenticated(request, caller);
    return null;
  }

  private Refusal refusal(Set<Scheme> accepted, RefusalReason reason, String cause) {
    return challenges.challenge(Refusal.of(reason, cause), accepted, INVALID_TOKEN);
  }
}
