package dev.gatewright.sample.login;

import static dev.gatewright.Scheme.BEARER;

import dev.gatewright.Secured;
import dev.gatewright.authentication.InProcessRevocations;
import dev.gatewright.issuing.refresh.RefreshTokens;
import dev.gatewright.runtime.caller.Caller;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Revokes the token it is called with, and all tokens of the same log-in, at once. */
@RestController
class LogOut {
  private final InProcessRevocations revocations;
  private final RefreshTokens refreshTokens;
  private final String bank;

  LogOut(
      InProcessRevocations revocations,
      RefreshTokens refreshTokens,
      @Value("${gatewright.jwt.issuers.bank.issuer}") String bank) {
    this.revocations = revocations;
    this.refreshTokens = refreshTokens;
    this.bank = bank;
  }

  @PostMapping("/logout")
  @Secured(schemes = BEARER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logOut(Caller caller) {
    String id = Objects.requireNonNull(caller.credentialId(), "the bank's tokens have a jti");
    revocations.revoke(
        caller.issuer(), id, Objects.requireNonNull(caller.expiresAt(), "the bank's tokens end"));
    if (caller.issuer().equals(bank)) {
      // A token of another issuer may have the same id; no refresh token belongs to it.
      refreshTokens.revokeByAccessToken(id);
    }
  }
}
