package dev.gatewright.example.authorization.login;

import org.jspecify.annotations.Nullable;

/**
 * Holds the log-in of a customer. Its text form holds no secret.
 *
 * @param username name of the customer, which tokens have as their subject
 * @param passwordHash bcrypt; null as long as there is no password, and so no way in
 * @param oneTimeCodeSecret key of the one-time codes, in hexadecimal; null where none are used
 */
record Customer(
    String username, @Nullable String passwordHash, @Nullable String oneTimeCodeSecret) {

  @Override
  public String toString() {
    return "Customer[username=" + username + "]";
  }
}
