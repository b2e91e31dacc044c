package dev.gatewright.sample.login;

import static dev.gatewright.Counted.FAILED_AUTHENTICATIONS;
import static dev.gatewright.LimitKey.ADDRESS;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.ValidatedInput;
import dev.gatewright.issuing.refresh.RefreshOutcome;
import dev.gatewright.issuing.refresh.RefreshOutcome.Refreshed;
import dev.gatewright.issuing.refresh.RefreshOutcome.Refused;
import dev.gatewright.issuing.refresh.RefreshOutcome.Reused;
import dev.gatewright.issuing.refresh.RefreshSender;
import dev.gatewright.issuing.refresh.RefreshTokens;
import dev.gatewright.runtime.Gate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Exchanges a refresh token for new tokens, once. */
@RestController
class Refresh {

  /** Client identifier of the bank's own pages, the only client that logs in with a password. */
  static final String CLIENT = "bank-web";

  private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);

  /**
   * Carries a refresh token. Its text form does not hold it.
   *
   * @param refreshToken the refresh token that came with the last tokens
   */
  record RefreshRequest(
      @JsonProperty("refresh_token") @NotNull @Size(min = 1, max = 64) String refreshToken) {

    @Override
    public String toString() {
      return "RefreshRequest";
    }
  }

  private final Gate gate;
  private final RefreshTokens tokens;

  Refresh(Gate gate, RefreshTokens tokens) {
    this.gate = gate;
    this.tokens = tokens;
  }

  @PostMapping(path = "/token/refresh", produces = MediaType.APPLICATION_JSON_VALUE)
  @Public(reason = "The refresh token is the credential. Guessing is limited by address.")
  @RateLimited(
      permits = 5,
      per = "15m",
      key = ADDRESS,
      count = FAILED_AUTHENTICATIONS,
      name = "failed-refreshes")
  @RateLimited(permits = 60, per = "1m", key = ADDRESS, name = "refreshes")
  @ValidatedInput(maxBodyBytes = 512)
  IssuedToken refresh(@Valid @RequestBody RefreshRequest request) {
    RefreshOutcome outcome = tokens.refresh(request.refreshToken(), RefreshSender.client(CLIENT));
    if (outcome instanceof Refreshed refreshed) {
      return IssuedToken.of(refreshed.tokens());
    }
    if (outcome instanceof Reused reused) {
      // A real bank would raise an alarm: somebody has a stolen copy.
      LOG.warn("A refresh token was used twice; family {} is revoked", reused.family().id());
      throw gate.failedAuthentication("the refresh token was used before");
    }
    throw gate.failedAuthentication(((Refused) outcome).cause());
  }
}
