package dev.gatewright.authentication.introspection;

import dev.gatewright.authentication.AccessTokens;
import dev.gatewright.authentication.claim.ClaimsCheck;
import dev.gatewright.authentication.claim.ClaimsPolicy;
import dev.gatewright.authentication.http.JsonAnswer;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Caller;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Verifies access tokens by asking their issuer about them (RFC 7662). Thread-safe.
 *
 * <p>A token is accepted if the issuer says in so many words that it is active, for this API, and
 * until when. What it said holds for half a minute, so a token that the issuer revokes may be
 * accepted for as long; one that is revoked here is not, as revocations are asked for on every
 * request. Where the issuer cannot be asked, nothing is decided (503); where it fails again and
 * again, it is left alone for a while, which costs no request any time.
 */
public final class IntrospectedTokens implements AccessTokens {
  private final IntrospectionEndpoint endpoint;
  private final ClaimsPolicy policy;
  private final ClaimsCheck check;
  private final boolean clientAsSubject;
  private final Duration cacheFor;
  private final Duration cacheInactiveFor;
  private final VerdictCache active;
  private final VerdictCache inactive;

  IntrospectedTokens(
      IntrospectionEndpoint endpoint,
      ClaimsPolicy policy,
      ClaimsCheck check,
      boolean clientAsSubject,
      Duration cacheFor,
      Duration cacheInactiveFor,
      int cacheSize) {
    this.endpoint = endpoint;
    this.policy = policy;
    this.check = check;
    this.clientAsSubject = clientAsSubject;
    this.cacheFor = cacheFor;
    this.cacheInactiveFor = cacheInactiveFor;
    this.active = new VerdictCache(cacheSize);
    this.inactive = new VerdictCache(cacheSize);
  }

  @Override
  public Authentication verify(String token) {
    try {
      TokenText.require(token);
    } catch (InvalidCredentialException e) {
      return new Authentication.Rejected(e.reason());
    }
    String fingerprint = TokenText.fingerprint(token);
    Instant now = policy.clock().instant();
    Authentication known = active.find(fingerprint, now);
    if (known == null) {
      known = inactive.find(fingerprint, now);
    }
    return known != null ? known : asked(token, fingerprint, now);
  }

  @Override
  public Authentication.@Nullable Accepted remembered(String token) {
    try {
      TokenText.require(token);
    } catch (InvalidCredentialException e) {
      return null; // Verifying it says what is wrong.
    }
    Authentication known = active.find(TokenText.fingerprint(token), policy.clock().instant());
    return known instanceof Authentication.Accepted accepted ? accepted : null;
  }

  private Authentication asked(String token, String fingerprint, Instant now) {
    JsonAnswer answer = endpoint.ask(token);
    if (answer instanceof JsonAnswer.None none) {
      return new Authentication.Undecidable(none.reason());
    }
    IntrospectionResponse response;
    try {
      response = IntrospectionResponse.read(((JsonAnswer.Json) answer).body());
    } catch (InvalidCredentialException e) {
      return new Authentication.Undecidable(e.reason());
    }
    Authentication verdict = verdict(response, fingerprint);
    remember(verdict, fingerprint, now);
    return verdict;
  }

  private Authentication verdict(IntrospectionResponse response, String fingerprint) {
    if (!response.active()) {
      return new Authentication.Rejected("the issuer says that the token is not active");
    }
    try {
      return new Authentication.Accepted(
          check.check(response.claims(policy.issuer(), clientAsSubject), fingerprint));
    } catch (InvalidCredentialException e) {
      return new Authentication.Rejected(e.reason());
    }
  }

  /** From when it was asked, not answered: the issuer may have looked at once and answered late. */
  private void remember(Authentication verdict, String fingerprint, Instant now) {
    if (!(verdict instanceof Authentication.Accepted accepted)) {
      inactive.put(fingerprint, verdict, now, now.plus(cacheInactiveFor));
      return;
    }
    Instant until = now.plus(cacheFor);
    Instant end = end(accepted.caller());
    active.put(fingerprint, verdict, now, end.isBefore(until) ? end : until);
  }

  private static Instant end(Caller caller) {
    Instant end = caller.expiresAt();
    return end == null ? Instant.MIN : end;
  }

  @Override
  public String toString() {
    return "IntrospectedTokens[" + endpoint + "]";
  }
}
