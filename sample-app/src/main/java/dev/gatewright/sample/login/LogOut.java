package dev.gatewright.sample.login;

import static dev.gatewright.Scheme.BEARER;

import dev.gatewright.Secured;
import dev.gatewright.runtime.auth.Caller;
import dev.gatewright.runtime.auth.InProcessRevocations;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Withdraws the token it is called with, from the next request on. */
@RestController
class LogOut {
  private final InProcessRevocations revocations;

  LogOut(InProcessRevocations revocations) {
    this.revocations = revocations;
  }

  @PostMapping("/logout")
  @Secured(schemes = BEARER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logOut(Caller caller) {
    revocations.revoke(
        caller.issuer(),
        Objects.requireNonNull(caller.credentialId(), "the bank's tokens have a jti"),
        Objects.requireNonNull(caller.expiresAt(), "the bank's tokens end"));
  }
}
