package dev.gatewright.example.authorization.login;

import static dev.gatewright.Counted.FAILED_AUTHENTICATIONS;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.ValidatedInput;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.problem.RefusedException;
import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks passwords and one-time codes. Every log-in calls it, by whichever page or endpoint it
 * came, so that an account has one budget of guesses for all of them. Thread-safe.
 */
@Component
public class PasswordCheck {

  /**
   * Names a customer who has authenticated.
   *
   * @param username name of the customer, as it is stored
   * @param methods methods that were used, in the words of RFC 8176
   */
  public record Proven(String username, List<String> methods) {

    /** Copies the list it is given. */
    public Proven {
      methods = List.copyOf(methods);
    }
  }

  private final Gate gate;
  private final Customers customers;
  private final PasswordEncoder passwords;
  private final InstantSource clock;

  /** Compared with where there is no customer, so that the time it takes does not tell. */
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
  @Public(reason = "A log-in has no token yet. Guessing is limited by account.")
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
      return Optional.of(new Proven(customer.username(), List.of("pwd")));
    }
    return isRight(code, customer)
        ? Optional.of(new Proven(customer.username(), List.of("pwd", "otp", "mfa")))
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
