package dev.gatewright.sample.oauth;

import java.util.Map;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** A client that only says who it is. */
final class PublicClientToken extends OAuth2ClientAuthenticationToken {
  private static final long serialVersionUID = 1L;

  PublicClientToken(String clientId) {
    super(clientId, ClientAuthenticationMethod.NONE, null, Map.of());
  }
}
