package dev.gatewright.sample.login;

import static dev.gatewright.Counted.FAILED_AUTHENTICATIONS;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.ValidatedInput;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.sample.customer.Customer;
import dev.gatewright.sample.customer.Customers;
import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Finds out whether somebody is who they say. Every log-in comes here, whichever door it came in
 * by, so that an account has one budget of guesses for all of them. Thread-safe.
 */
@Component
public class PasswordCheck {

  /**
   * Somebody who proved who they are.
   *
   * @param customer who
   * @param methods how, in the words of RFC 8176
   */
  public record Proven(Customer customer, List<String> methods) {

    /** Copies the list it is given. */
    public Proven {
      methods = List.copyOf(methods);
    }
  }

  private final Gate gate;
  private final Customers customers;
  private final PasswordEncoder passwords;
  private final InstantSource clock;

  /**
   * Compared with where there is no customer: a name must not be found out by the time it takes.
   */
  private final String nobodysHash;

  PasswordCheck(Gate gate, Customers customers, PasswordEncoder passwords, InstantSource clock) {
    this.gate = gate;
    this.customers = customers;
    this.passwords = passwords;
    this.clock = clock;
    this.nobodysHash = String.valueOf(passwords.encode("nobody has this password"));
  }

  /**
   * Checks everything that was given: password, and one-time code if any.
   *
   * @throws RefusedException if any of it is wrong, whether there is such an account or not; if it
   *     cannot be right; or if there were too many guesses at the account
   */
  @Public(reason = "Whoever logs in has no token yet. Guessing is limited by account.")
  @RateLimited(
      permits = 20,
      per = "1h",
      keyedBy = AccountOfLogIn.class,
      count = FAILED_AUTHENTICATIONS,
      name = "failed-logins-of-account")
  @ValidatedInput(maxBodyBytes = 1_024)
  public Proven check(@Valid Credentials credentials) {
    return proven(credentials)
        .orElseThrow(() -> gate.failedAuthentication("name, password or code is wrong"));
  }

  private Optional<Proven> proven(Credentials credentials) {
    Customer customer = customers.find(credentials.username()).orElse(null);
    String hash = customer == null ? null : customer.passwordHash();
    boolean matches = passwords.matches(credentials.password(), hash == null ? nobodysHash : hash);
    if (customer == null || hash == null || !matches) {
      return Optional.empty();
    }
    String code = credentials.oneTimeCode();
    if (code == null) {
      return Optional.of(new Proven(customer, List.of("pwd")));
    }
    return isRight(code, customer)
        ? Optional.of(new Proven(customer, List.of("pwd", "otp", "mfa")))
        : Optional.empty();
  }

  private boolean isRight(String code, Customer customer) {
    @Nullable String secret = customer.oneTimeCodeSecret();
    if (secret == null) {
      return false;
    }
    long step = OneTimeCode.stepOf(code, secret, clock.instant());
    return step >= 0 && customers.useOneTimeCode(customer.username(), step);
  }
}
