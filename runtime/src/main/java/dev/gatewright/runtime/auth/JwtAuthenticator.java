package dev.gatewright.runtime.auth;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Verifies JWT access tokens (RFC 7519, RFC 9068) that are sent as RFC 6750 says, in the {@code
 * Authorization} header only. Immutable and thread-safe.
 *
 * <p>The token is taken apart strictly: what more lenient readers would read differently is
 * refused. The signature is verified before any claim is read, with the algorithm of the configured
 * key; that the token names the same one is only a further condition.
 */
public final class JwtAuthenticator implements Authenticator {
  private static final String AUTHORIZATION = "Authorization";
  private static final String BEARER = "Bearer";

  private final JwtSettings settings;
  private final ClaimsCheck claimsCheck;

  /** Accepts the tokens that the settings describe. */
  public JwtAuthenticator(JwtSettings settings) {
    this.settings = Objects.requireNonNull(settings);
    this.claimsCheck = new ClaimsCheck(settings);
  }

  @Override
  public Scheme scheme() {
    return Scheme.BEARER;
  }

  @Override
  public String header() {
    return AUTHORIZATION;
  }

  @Override
  public List<String> credentials(Exchange exchange) {
    List<String> credentials = new ArrayList<>(1);
    for (String value : exchange.headers(AUTHORIZATION)) {
      String header = value.strip();
      int space = header.indexOf(' ');
      String scheme = space < 0 ? header : header.substring(0, space);
      if (scheme.equalsIgnoreCase(BEARER)) {
        credentials.add(space < 0 ? "" : header.substring(space).strip());
      }
    }
    return credentials;
  }

  @Override
  public Authentication authenticate(String credential) {
    try {
      CompactJws token = CompactJws.parse(credential, settings.maxTokenLength());
      settings.keys().verify(token);
      JwtClaims claims = new JwtClaims(StrictJson.readObject(token.payload()));
      return new Authentication.Accepted(claimsCheck.check(claims));
    } catch (InvalidTokenException e) {
      return new Authentication.Rejected(e.reason());
    }
  }

  @Override
  public String challenge() {
    return BEARER;
  }
}
