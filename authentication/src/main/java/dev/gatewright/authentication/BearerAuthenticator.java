package dev.gatewright.authentication;

import dev.gatewright.Scheme;
import dev.gatewright.authentication.certificate.ClientCertificates;
import dev.gatewright.authentication.claim.AuthorizationHeader;
import dev.gatewright.authentication.claim.CertificateBinding;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.caller.Confirmation;
import dev.gatewright.runtime.exchange.Exchange;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Accepts access tokens that are sent as RFC 6750 says, in the {@code Authorization} header only. A
 * token that is bound to a TLS client certificate is accepted from its holder only (RFC 8705,
 * section 3), whether the endpoint asks for that or not; one that is bound to a DPoP key is no
 * bearer token (RFC 9449, section 7.2). Immutable and thread-safe.
 */
public final class BearerAuthenticator implements Authenticator {
  private static final String BEARER = "Bearer";

  private final AccessTokens tokens;
  private final ClientCertificates certificates;

  /** Accepts these tokens, bound ones where the connection itself has the certificate. */
  public BearerAuthenticator(AccessTokens tokens) {
    this(tokens, ClientCertificates.ofConnection());
  }

  /**
   * Accepts these tokens.
   *
   * @param certificates tells which certificate a request came with
   */
  public BearerAuthenticator(AccessTokens tokens, ClientCertificates certificates) {
    this.tokens = Objects.requireNonNull(tokens);
    this.certificates = Objects.requireNonNull(certificates);
  }

  @Override
  public Scheme scheme() {
    return Scheme.BEARER;
  }

  @Override
  public String header() {
    return AuthorizationHeader.NAME;
  }

  @Override
  public List<String> credentials(Exchange exchange) {
    return AuthorizationHeader.credentials(exchange, BEARER);
  }

  @Override
  public Authentication authenticate(String credential, Exchange exchange) {
    Authentication authentication = tokens.verify(credential);
    return authentication instanceof Authentication.Accepted accepted
        ? fromItsHolder(accepted, exchange)
        : authentication;
  }

  @Override
  public Authentication.@Nullable Accepted remembered(String credential, Exchange exchange) {
    Authentication.Accepted remembered = tokens.remembered(credential);
    return remembered != null
            && fromItsHolder(remembered, exchange) instanceof Authentication.Accepted accepted
        ? accepted
        : null;
  }

  private Authentication fromItsHolder(Authentication.Accepted accepted, Exchange exchange) {
    Confirmation confirmation = accepted.caller().confirmation();
    if (confirmation.isNone()) {
      return accepted;
    }
    if (confirmation.keyThumbprint() != null) {
      return new Authentication.Rejected(
          "the token is bound to a DPoP key, but was sent as a bearer token");
    }
    return CertificateBinding.holds(confirmation, certificates.chain(exchange))
        ? accepted
        : new Authentication.Rejected(
            "the token is bound to a certificate that the request did not come with");
  }

  @Override
  public String challenge() {
    return BEARER;
  }
}
