package dev.gatewright.example.authorization.endpoint;

import dev.gatewright.example.authorization.Paths;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Lets clients without a secret, as a television, start the device flow, poll, refresh and revoke.
 * They prove that they hold the code or token in question. Spring Security itself knows public
 * clients only with an authorization code, where the code verifier is the proof.
 */
final class PublicClients implements AuthenticationConverter, AuthenticationProvider {
  private final RegisteredClientRepository clients;

  /** Carries the identifier of a client that proves nothing by itself. */
  private static final class IdentifiedClient extends OAuth2ClientAuthenticationToken {
    private static final long serialVersionUID = 1L;

    IdentifiedClient(String clientId) {
      super(clientId, ClientAuthenticationMethod.NONE, null, Map.of());
    }
  }

  PublicClients(RegisteredClientRepository clients) {
    this.clients = clients;
  }

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    String[] ids = request.getParameterValues(OAuth2ParameterNames.CLIENT_ID);
    if (request.getHeader(HttpHeaders.AUTHORIZATION) != null
        || request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) != null
        || request.getParameter(OAuth2ParameterNames.CLIENT_ASSERTION) != null
        || ids == null
        || ids.length != 1
        || ids[0].isBlank()
        || !mayBePublic(request)) {
      return null;
    }
    return new IdentifiedClient(ids[0]);
  }

  private static boolean mayBePublic(HttpServletRequest request) {
    String path = request.getServletPath();
    if (path.equals(Paths.DEVICE_AUTHORIZATION) || path.equals(Paths.REVOKE)) {
      return true;
    }
    String grant = request.getParameter(OAuth2ParameterNames.GRANT_TYPE);
    return path.equals(Paths.TOKEN)
        && (AuthorizationGrantType.DEVICE_CODE.getValue().equals(grant)
            || AuthorizationGrantType.REFRESH_TOKEN.getValue().equals(grant));
  }

  @Override
  public Authentication authenticate(Authentication authentication) {
    RegisteredClient client = clients.findByClientId(authentication.getName());
    if (client == null
        || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }
    return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return IdentifiedClient.class.isAssignableFrom(authentication);
  }
}
