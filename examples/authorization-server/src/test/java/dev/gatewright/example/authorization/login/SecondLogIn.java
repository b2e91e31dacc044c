package dev.gatewright.example.authorization.login;

import dev.gatewright.LimitKey;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Logs in by another endpoint than the page, for tests: it checks passwords with the same check.
 */
@RestController
public class SecondLogIn {
  /** Path of the endpoint. */
  public static final String PATH = "/second-log-in";

  private final PasswordCheck passwords;

  SecondLogIn(PasswordCheck passwords) {
    this.passwords = passwords;
  }

  @PostMapping(PATH)
  @Public(reason = "A customer who logs in is not authenticated yet.")
  @RateLimited(permits = 60, per = "1m", key = LimitKey.ADDRESS)
  String logIn(@RequestParam String username, @RequestParam String password) {
    return passwords.check(new Credentials(username, password, null)).username();
  }
}
