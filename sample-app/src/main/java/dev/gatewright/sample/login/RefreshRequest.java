package dev.gatewright.sample.login;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What gets new tokens. Its text form does not hold the token.
 *
 * @param refreshToken the refresh token that came with the last ones
 */
record RefreshRequest(
    @JsonProperty("refresh_token") @NotNull @Size(min = 1, max = 64) String refreshToken) {

  @Override
  public String toString() {
    return "RefreshRequest";
  }
}
