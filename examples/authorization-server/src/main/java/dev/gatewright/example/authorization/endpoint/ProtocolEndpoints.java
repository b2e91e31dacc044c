package dev.gatewright.example.authorization.endpoint;

import static dev.gatewright.Counted.FAILED_AUTHENTICATIONS;
import static dev.gatewright.LimitKey.ADDRESS;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.ValidatedInput;
import org.springframework.stereotype.Component;

/**
 * Declares what a request to each protocol endpoint (RFC 6749, section 3) must satisfy before
 * Spring Security reads it: HTTPS, a small body, and not too many from one address. No request is
 * mapped to these methods; {@link AuthorizationServerFilter} calls them.
 */
@Component
class ProtocolEndpoints {
  private static final int MAX_FORM_BYTES = 8_192;

  @Public(reason = "Everybody may read the metadata and the public keys.")
  @RateLimited(permits = 600, per = "1m", key = ADDRESS, name = "oauth-metadata")
  @ValidatedInput(maxBodyBytes = 1)
  void metadata() {}

  @Public(reason = "A customer's browser, which Spring Security sends to the log-in page.")
  @RateLimited(permits = 120, per = "1m", key = ADDRESS, name = "oauth-pages")
  @ValidatedInput(maxBodyBytes = MAX_FORM_BYTES)
  void page() {}

  @Public(
      reason =
          "A customer who logs in is not authenticated yet. Guessing is limited, here by address.")
  @RateLimited(
      permits = 5,
      per = "15m",
      key = ADDRESS,
      count = FAILED_AUTHENTICATIONS,
      name = "oauth-failed-logins")
  @RateLimited(permits = 60, per = "1m", key = ADDRESS, name = "oauth-logins")
  @ValidatedInput(maxBodyBytes = 1_024)
  void logIn() {}

  @Public(reason = "Spring Security authenticates the customer. Guessing is limited by address.")
  @RateLimited(
      permits = 5,
      per = "15m",
      key = ADDRESS,
      count = FAILED_AUTHENTICATIONS,
      name = "oauth-failed-user-codes")
  @RateLimited(permits = 60, per = "1m", key = ADDRESS, name = "oauth-user-codes")
  @ValidatedInput(maxBodyBytes = MAX_FORM_BYTES)
  void userCode() {}

  @Public(reason = "Spring Security authenticates the client. Guessing is limited by address.")
  @RateLimited(
      permits = 10,
      per = "15m",
      key = ADDRESS,
      count = FAILED_AUTHENTICATIONS,
      name = "oauth-failed-clients")
  @RateLimited(permits = 120, per = "1m", key = ADDRESS, name = "oauth-tokens")
  @ValidatedInput(maxBodyBytes = MAX_FORM_BYTES)
  void tokens() {}

  @Public(reason = "Spring Security authenticates the resource server, which asks often.")
  @RateLimited(
      permits = 10,
      per = "15m",
      key = ADDRESS,
      count = FAILED_AUTHENTICATIONS,
      name = "oauth-failed-resource-servers")
  @RateLimited(permits = 6_000, per = "1m", key = ADDRESS, name = "oauth-introspections")
  @ValidatedInput(maxBodyBytes = 16_384)
  void introspection() {}
}
