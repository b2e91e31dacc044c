package dev.gatewright.example.authorization.login;

import org.springframework.stereotype.Component;

/** Counts log-ins by the account they are for, whether there is one or not. */
@Component
class AccountOfLogIn {

  /**
   * Returns the name in the one spelling of all that the database takes for the same: it compares
   * without case, letter by letter, so that a long s is an S and a dotless i an I.
   */
  public String key(Credentials credentials) {
    String name = credentials.username();
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      folded.append(Character.toLowerCase(Character.toUpperCase(name.charAt(i))));
    }
    return folded.toString();
  }
}
