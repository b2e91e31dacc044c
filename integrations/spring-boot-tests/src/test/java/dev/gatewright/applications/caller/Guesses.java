package dev.gatewright.applications.caller;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Log-ins that answer 401 themselves, with a body of their own. */
public final class Guesses {
  private static final String WHY = "logs in";

  private Guesses() {}

  @Component
  public static class Account {
    public String key(String user) {
      return user;
    }
  }

  @RestController
  @Public(reason = WHY)
  public static class LogIn {
    @PostMapping("/log-in/{user}")
    @RateLimited(
        permits = 3,
        per = "1h",
        keyedBy = Account.class,
        count = Counted.FAILED_AUTHENTICATIONS)
    public ResponseEntity<?> logIn(@PathVariable String user, @RequestParam String password) {
      return answer(password);
    }

    @PostMapping("/log-in-later/{user}")
    @RateLimited(
        permits = 3,
        per = "1h",
        keyedBy = Account.class,
        count = Counted.FAILED_AUTHENTICATIONS)
    public Callable<ResponseEntity<?>> logInLater(
        @PathVariable String user, @RequestParam String password) {
      return () -> answer(password);
    }

    private static ResponseEntity<?> answer(String password) {
      return password.equals("right")
          ? ResponseEntity.noContent().header("Set-Cookie", "session=opened").build()
          : ResponseEntity.status(401).body(Map.of("error", "wrong password"));
    }
  }

  /** For callers with a token, who confirm something by a PIN. */
  @RestController
  @Secured
  public static class Confirm {
    @PostMapping("/pin/address")
    @RateLimited(
        permits = 3,
        per = "1h",
        key = LimitKey.ADDRESS,
        count = Counted.FAILED_AUTHENTICATIONS)
    public ResponseEntity<String> byAddress(@RequestParam String password) {
      return answer(password);
    }

    @PostMapping("/pin/user")
    @RateLimited(
        permits = 3,
        per = "1h",
        keyedBy = Account.class,
        count = Counted.FAILED_AUTHENTICATIONS)
    public ResponseEntity<String> byUser(
        @RequestParam(defaultValue = "alice") String user, @RequestParam String password) {
      return answer(password);
    }

    private static ResponseEntity<String> answer(String password) {
      return password.equals("right")
          ? ResponseEntity.ok("session=opened")
          : ResponseEntity.status(401).body("wrong PIN");
    }
  }
}
