package dev.gatewright.login;

import java.util.Locale;

class AccountOfLogIn {
  public String key(Attempt attempt) {
    return attempt.account().toLowerCase(Locale.ROOT);
  }
}
