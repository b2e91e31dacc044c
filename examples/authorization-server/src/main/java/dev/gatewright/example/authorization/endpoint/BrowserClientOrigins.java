package dev.gatewright.example.authorization.endpoint;

import dev.gatewright.example.authorization.Paths;
import dev.gatewright.example.authorization.client.AuthorizationServerProperties;
import dev.gatewright.example.authorization.client.RegisteredClients;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Lets pages of clients that run in a browser read the answers of the endpoints that they call
 * (CORS). Their origins are those of the redirect URIs of clients without a secret. No cookie is
 * accepted from them, and the pages of this server are not among these endpoints.
 */
final class BrowserClientOrigins implements CorsConfigurationSource {
  private static final Set<String> PATHS =
      Set.of(Paths.TOKEN, Paths.REVOKE, Paths.METADATA, Paths.OPENID_METADATA);

  private final CorsConfiguration configuration = new CorsConfiguration();

  BrowserClientOrigins(
      AuthorizationServerProperties properties, RegisteredClientRepository clients) {
    configuration.setAllowedOriginPatterns(List.of());
    properties.clients().keySet().stream()
        .map(clients::findByClientId)
        .filter(BrowserClientOrigins::hasNoSecret)
        .flatMap(client -> RegisteredClients.redirectOrigins(client).stream())
        .map(origin -> origin.endsWith(":*") ? origin.replace(":*", ":[*]") : origin)
        .forEach(configuration::addAllowedOriginPattern);
    configuration.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.POST.name()));
    configuration.setAllowedHeaders(List.of("DPoP"));
    configuration.setAllowCredentials(false);
  }

  private static boolean hasNoSecret(@Nullable RegisteredClient client) {
    return client != null
        && client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE);
  }

  @Override
  public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
    return PATHS.contains(request.getServletPath()) ? configuration : null;
  }
}
