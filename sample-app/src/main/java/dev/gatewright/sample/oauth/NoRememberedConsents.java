package dev.gatewright.sample.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;

/**
 * Asks each time. A remembered consent would let whoever gets a customer's browser to post a user
 * code have that customer's tokens without another question (RFC 8628, section 5.4).
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
