package dev.gatewright.example.authorization.endpoint;

import dev.gatewright.example.authorization.client.RegisteredClients;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Answers only resource servers about tokens (RFC 7662, section 4). To any other client, which may
 * have found it, no token is active.
 */
final class IntrospectionByResourceServers implements AuthenticationProvider {
  private final AuthenticationProvider introspection;

  IntrospectionByResourceServers(AuthenticationProvider introspection) {
    this.introspection = introspection;
  }

  @Override
  public @Nullable Authentication authenticate(Authentication authentication) {
    RegisteredClient client =
        authentication.getPrincipal() instanceof OAuth2ClientAuthenticationToken authenticated
            ? authenticated.getRegisteredClient()
            : null;
    if (client != null && !RegisteredClients.isResourceServer(client)) {
      // Unchanged, it says that the token is not active.
      return authentication;
    }
    return introspection.authenticate(authentication);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return introspection.supports(authentication);
  }
}
