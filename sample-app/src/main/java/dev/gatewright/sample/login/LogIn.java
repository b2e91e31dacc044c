package dev.gatewright.sample.login;

import static dev.gatewright.Counted.FAILED_AUTHENTICATIONS;
import static dev.gatewright.LimitKey.ADDRESS;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.ValidatedInput;
import dev.gatewright.issuing.refresh.RefreshGrant;
import dev.gatewright.issuing.refresh.RefreshTokens;
import dev.gatewright.runtime.Gate;
import dev.gatewright.sample.customer.Customer;
import dev.gatewright.sample.login.PasswordCheck.Proven;
import jakarta.validation.Valid;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Issues access tokens that last 15 minutes, each with a refresh token. */
@RestController
class LogIn {
  private final Gate gate;
  private final PasswordCheck passwords;
  private final RefreshTokens tokens;
  private final InstantSource clock;

  LogIn(Gate gate, PasswordCheck passwords, RefreshTokens tokens, InstantSource clock) {
    this.gate = gate;
    this.passwords = passwords;
    this.tokens = tokens;
    this.clock = clock;
  }

  @PostMapping(path = "/login", produces = MediaType.APPLICATION_JSON_VALUE)
  @Public(reason = "A customer who logs in has no token yet. Guessing is limited.")
  @RateLimited(
      permits = 5,
      per = "15m",
      key = ADDRESS,
      count = FAILED_AUTHENTICATIONS,
      name = "failed-logins")
  @RateLimited(
      permits = 20,
      per = "1h",
      keyedBy = AccountOfLogIn.class,
      count = FAILED_AUTHENTICATIONS,
      name = "failed-logins-of-account")
  @RateLimited(permits = 60, per = "1m", key = ADDRESS, name = "logins")
  @ValidatedInput(maxBodyBytes = 1_024)
  IssuedToken logIn(@Valid @RequestBody Credentials credentials) {
    Proven proven =
        passwords
            .check(credentials)
            .orElseThrow(() -> gate.failedAuthentication("name, password or code is wrong"));
    Customer customer = proven.customer();
    RefreshGrant grant =
        RefreshGrant.of(customer.username(), Refresh.CLIENT, customer.scopes())
            .withAuthentication(clock.instant(), proven.methods());
    return tokens
        .issue(grant)
        .map(IssuedToken::of)
        .orElseThrow(() -> gate.failedAuthentication("nobody of this name may have tokens"));
  }
}
