package dev.gatewright.spring.explanation;

import dev.gatewright.runtime.HttpsRequirement;
import dev.gatewright.runtime.problem.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * Explains refusals by what is configured. What refuses knows best what to do, and may say so in
 * its cause; for all other reasons this does. Immutable and thread-safe.
 */
public final class Explanations {
  private static final String FIX = ". Fix: ";

  private final HttpsRequirement https;

  /** By this requirement of {@code gatewright.transport.https}. */
  public Explanations(HttpsRequirement https) {
    this.https = https;
  }

  /**
   * Explains one refusal.
   *
   * @param cause the refusal's own
   */
  public Explanation of(RefusalReason reason, String cause) {
    int fix = cause.indexOf(FIX);
    return fix < 0
        ? new Explanation(cause, fix(reason))
        : new Explanation(cause.substring(0, fix), cause.substring(fix + FIX.length()));
  }

  private @Nullable String fix(RefusalReason reason) {
    return switch (reason) {
      case INSECURE_TRANSPORT ->
          https == HttpsRequirement.REQUIRED
              ? "send it over HTTPS; on a development machine set 'gatewright.transport.https',"
                  + " which is 'required', to 'required-except-loopback'; behind a proxy that ends"
                  + " TLS, name it in 'gatewright.transport.trusted-proxies'"
              : "'gatewright.transport.https' is 'required-except-loopback', and this client is"
                  + " another machine or behind a proxy: send it over HTTPS, and name a proxy that"
                  + " ends TLS in 'gatewright.transport.trusted-proxies'";
      case CREDENTIAL_MISSING ->
          "send a credential of a scheme that WWW-Authenticate names, as 'Authorization: Bearer"
              + " <access token>'; log-in forms, sessions and cookies are not read";
      case SEVERAL_CREDENTIALS -> "send one";
      case CREDENTIAL_INVALID ->
          "send a credential of a scheme that WWW-Authenticate names, and a new one where it has"
              + " ended";
      case INSUFFICIENT_SCOPE ->
          "ask the issuer for a token with these scopes; they are read from 'scope', or else 'scp'";
      case ROLE_MISSING ->
          "give the caller one of these roles; they are read from the claims that 'roles-claim' of"
              + " the issuer names, as 'gatewright.jwt.issuers.<name>.roles-claim'";
      case INSUFFICIENT_AUTHENTICATION ->
          "let the caller authenticate as WWW-Authenticate asks (RFC 9470);"
              + " 'gatewright.step-up.acr-values' and 'gatewright.step-up.mfa-from' say which 'acr'"
              + " stand for what";
      case LIMIT_EXCEEDED ->
          "wait as long as Retry-After says; 'gatewright.limits.overrides' sets other numbers";
      default -> null;
    };
  }
}
