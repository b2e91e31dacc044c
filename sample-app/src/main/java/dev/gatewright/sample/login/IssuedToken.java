package dev.gatewright.sample.login;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The answer to a log-in (RFC 6749, section 5.1). Its text form does not hold the token.
 *
 * @param accessToken what to send as {@code Authorization: Bearer}
 * @param tokenType always {@code Bearer}
 * @param expiresIn lifetime, in seconds
 * @param scope what the token may be used for, separated by spaces
 */
record IssuedToken(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("token_type") String tokenType,
    @JsonProperty("expires_in") long expiresIn,
    @JsonProperty("scope") String scope) {

  @Override
  public String toString() {
    return "IssuedToken[expiresIn=" + expiresIn + ", scope=" + scope + "]";
  }
}
