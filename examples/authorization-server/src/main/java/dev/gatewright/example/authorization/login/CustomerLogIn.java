package dev.gatewright.example.authorization.login;

import dev.gatewright.example.authorization.login.PasswordCheck.Proven;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;

/** Lets Spring Security's log-in page authenticate customers by {@link PasswordCheck}. */
@Component
class CustomerLogIn implements AuthenticationProvider {
  private final PasswordCheck passwords;
  private final Gate gate;
  private final InstantSource clock;

  CustomerLogIn(PasswordCheck passwords, Gate gate, InstantSource clock) {
    this.passwords = passwords;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication authentication) {
    Proven proven = check(authentication);
    Instant now = clock.instant();
    UsernamePasswordAuthenticationToken customer =
        UsernamePasswordAuthenticationToken.authenticated(
            proven.username(),
            null,
            List.of(
                FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                    .issuedAt(now)
                    .build()));
    customer.setDetails(new LogInProof(proven.methods(), now));
    return customer;
  }

  private Proven check(Authentication authentication) {
    Object password = authentication.getCredentials();
    Object code = authentication.getDetails();
    try {
      return passwords.check(
          new Credentials(
              authentication.getName(),
              password == null ? "" : password.toString(),
              code instanceof String text && !text.isBlank() ? text.strip() : null));
    } catch (RefusedException refused) {
      RefusalReason reason = refused.refusal().reason();
      if (reason == RefusalReason.INVALID_INPUT) {
        gate.failedAuthentication("no name, password or code looks like this");
      } else if (reason != RefusalReason.AUTHENTICATION_FAILED) {
        throw refused;
      }
      // The page does not tell which of them.
      throw new BadCredentialsException("name, password or code is wrong", refused);
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
