package dev.gatewright.sample.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds a customer, or somebody who works for the bank. Its text form holds no secret.
 *
 * @param username name of the customer
 * @param passwordHash bcrypt; null as long as there is no password, and so no way in
 * @param oneTimeCodeSecret key of the one-time codes, in hexadecimal; null where none are used
 * @param role {@code customer}, or the function of an employee
 * @param scopes scopes of tokens
 */
public record Customer(
    String username,
    @Nullable String passwordHash,
    @Nullable String oneTimeCodeSecret,
    String role,
    List<String> scopes) {

  /** Copies the list it is given. */
  public Customer {
    scopes = List.copyOf(scopes);
  }

  @Override
  public String toString() {
    return "Customer[username=" + username + ", role=" + role + ", scopes=" + scopes + "]";
  }
}
