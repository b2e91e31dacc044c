package dev.gatewright.sample.oauth;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Where a form on a page may end up: browsers hold the redirect after a form against the page's
 * {@code form-action} too (Content Security Policy Level 3).
 */
final class RedirectOrigins {
  private RedirectOrigins() {}

  static Set<String> of(RegisteredClient client) {
    return client.getRedirectUris().stream().map(RedirectOrigins::of).collect(Collectors.toSet());
  }

  private static String of(String redirectUri) {
    URI uri = URI.create(redirectUri);
    String origin = uri.getScheme() + "://" + uri.getHost();
    if (Loopback.isAddress(uri.getHost())) {
      // Of any port, as the server lets them be.
      return origin + ":*";
    }
    return uri.getPort() < 0 ? origin : origin + ":" + uri.getPort();
  }
}
