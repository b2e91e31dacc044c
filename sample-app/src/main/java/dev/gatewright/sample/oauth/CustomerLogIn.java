package dev.gatewright.sample.oauth;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.sample.login.Credentials;
import dev.gatewright.sample.login.PasswordCheck.Proven;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;

/** Lets the bank's customers log in at the authorization server, as they do at the bank. */
@Component
class CustomerLogIn implements AuthenticationProvider {
  private final AuthorizationServerDoor door;
  private final Gate gate;
  private final InstantSource clock;

  CustomerLogIn(AuthorizationServerDoor door, Gate gate, InstantSource clock) {
    this.door = door;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication authentication) {
    Proven proven =
        check(authentication)
            .orElseThrow(
                () -> {
                  // Counts, and is written down; the page says no more than that it did not work.
                  gate.failedAuthentication("name, password or code is wrong");
                  return new BadCredentialsException("name, password or code is wrong");
                });
    Instant now = clock.instant();
    UsernamePasswordAuthenticationToken customer =
        UsernamePasswordAuthenticationToken.authenticated(
            proven.customer().username(),
            null,
            List.of(
                FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                    .issuedAt(now)
                    .build()));
    customer.setDetails(new LogInProof(proven.methods(), now));
    return customer;
  }

  private Optional<Proven> check(Authentication authentication) {
    Object password = authentication.getCredentials();
    Object code = authentication.getDetails();
    try {
      return door.check(
          new Credentials(
              authentication.getName(),
              password == null ? "" : password.toString(),
              code instanceof String text && !text.isBlank() ? text.strip() : null));
    } catch (RefusedException refused) {
      if (refused.refusal().reason() == RefusalReason.INVALID_INPUT) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
