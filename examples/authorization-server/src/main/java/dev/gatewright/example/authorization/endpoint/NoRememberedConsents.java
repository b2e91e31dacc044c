package dev.gatewright.example.authorization.endpoint;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;

/**
 * Remembers no consent, so that each authorization asks for one. With a remembered consent, a page
 * that makes a customer's browser post a user code would get that customer's tokens without another
 * question (RFC 8628, section 5.4).
 */
final class NoRememberedConsents implements OAuth2AuthorizationConsentService {

  @Override
  public void save(OAuth2AuthorizationConsent consent) {
    // Holds for the authorization it was given for.
  }

  @Override
  public void remove(OAuth2AuthorizationConsent consent) {
    // None is remembered.
  }

  @Override
  public @Nullable OAuth2AuthorizationConsent findById(String clientId, String principalName) {
    return null;
  }
}
