package dev.gatewright.sample.login;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatewright.issuing.AccessToken;
import dev.gatewright.issuing.refresh.IssuedTokens;
import java.time.Duration;

/**
 * Answers a log-in or a refresh (RFC 6749, section 5.1). Its text form holds no token.
 *
 * @param accessToken token to send as {@code Authorization: Bearer}
 * @param tokenType always {@code Bearer}
 * @param expiresIn lifetime of the access token, in seconds
 * @param scope scopes of the access token, separated by spaces
 * @param refreshToken token that is exchanged for the next tokens, once
 */
record IssuedToken(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("token_type") String tokenType,
    @JsonProperty("expires_in") long expiresIn,
    @JsonProperty("scope") String scope,
    @JsonProperty("refresh_token") String refreshToken) {

  static IssuedToken of(IssuedTokens issued) {
    AccessToken access = issued.accessToken();
    return new IssuedToken(
        access.value(),
        "Bearer",
        Duration.between(access.issuedAt(), access.expiresAt()).toSeconds(),
        String.join(" ", issued.scopes()),
        issued.refreshToken());
  }

  @Override
  public String toString() {
    return "IssuedToken[expiresIn=" + expiresIn + ", scope=" + scope + "]";
  }
}
