package dev.gatewright.sample.login;

import static dev.gatewright.Counted.FAILED_AUTHENTICATIONS;
import static dev.gatewright.LimitKey.ADDRESS;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.ValidatedInput;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.auth.jwt.AccessToken;
import dev.gatewright.runtime.auth.jwt.TokenIssuer;
import dev.gatewright.runtime.auth.jwt.TokenRequest;
import dev.gatewright.sample.customer.Customer;
import dev.gatewright.sample.login.PasswordCheck.Proven;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Issues access tokens that last 15 minutes. */
@RestController
class LogIn {
  private final Gate gate;
  private final PasswordCheck passwords;
  private final TokenIssuer tokens;
  private final InstantSource clock;

  LogIn(Gate gate, PasswordCheck passwords, TokenIssuer tokens, InstantSource clock) {
    this.gate = gate;
    this.passwords = passwords;
    this.tokens = tokens;
    this.clock = clock;
  }

  @PostMapping("/login")
  @Public(reason = "Whoever logs in has no token yet. Guessing is limited by address.")
  @RateLimited(
      permits = 5,
      per = "15m",
      key = ADDRESS,
      count = FAILED_AUTHENTICATIONS,
      name = "failed-logins")
  @RateLimited(permits = 60, per = "1m", key = ADDRESS, name = "logins")
  @ValidatedInput(maxBodyBytes = 1_024)
  IssuedToken logIn(@Valid @RequestBody Credentials credentials) {
    Proven proven =
        passwords
            .check(credentials)
            .orElseThrow(() -> gate.failedAuthentication("name, password or code is wrong"));
    Customer customer = proven.customer();
    AccessToken token =
        tokens.issue(
            TokenRequest.of(customer.username())
                .withRoles(List.of(customer.role()))
                .withScopes(customer.scopes())
                .withAuthentication(clock.instant(), proven.methods()));
    return new IssuedToken(
        token.value(),
        "Bearer",
        Duration.between(token.issuedAt(), token.expiresAt()).toSeconds(),
        String.join(" ", customer.scopes()));
  }
}
