package dev.gatewright.sample.login;

import dev.gatewright.sample.customer.Customer;
import dev.gatewright.sample.customer.Customers;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks passwords and one-time codes. Thread-safe. */
@Component
class PasswordCheck {

  /**
   * Names a customer who has authenticated.
   *
   * @param customer the customer
   * @param methods methods that were used, in the words of RFC 8176
   */
  record Proven(Customer customer, List<String> methods) {

    Proven {
      methods = List.copyOf(methods);
    }
  }

  private final Customers customers;
  private final PasswordEncoder passwords;
  private final InstantSource clock;

  /** Compared with where there is no customer, so that the time it takes does not tell. */
  private final String nobodysHash;

  PasswordCheck(Customers customers, PasswordEncoder passwords, InstantSource clock) {
    this.customers = customers;
    this.passwords = passwords;
    this.clock = clock;
    this.nobodysHash = String.valueOf(passwords.encode("nobody has this password"));
  }

  /**
   * Checks everything that was given: password, and one-time code if any.
   *
   * @return empty if any of it is wrong, whether there is such an account or not
   */
  Optional<Proven> check(Credentials credentials) {
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
