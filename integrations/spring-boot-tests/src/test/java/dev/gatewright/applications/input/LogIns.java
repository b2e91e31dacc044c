package dev.gatewright.applications.input;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.problem.RefusedException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;

/** Check a password, where and when it suits them; the right one is "right". */
public final class LogIns {
  private static final String WHY = "logs in";

  private LogIns() {}

  /** Counts by the account. */
  @Component
  public static class Account {
    public String key(String user) {
      return user;
    }
  }

  /** Compares. */
  @Component
  static class Passwords {
    private final Gate gate;

    Passwords(Gate gate) {
      this.gate = gate;
    }

    String check(String password) {
      if (!password.equals("right")) {
        throw gate.failedAuthentication("wrong password");
      }
      return "logged in";
    }
  }

  /** For callers with a token, who confirm something. */
  @RestController
  @Secured
  @RateLimited(
      permits = 3,
      per = "1h",
      key = LimitKey.ADDRESS,
      count = Counted.FAILED_AUTHENTICATIONS,
      name = "guesses")
  public static class Confirmations {
    private final Passwords passwords;

    Confirmations(Passwords passwords) {
      this.passwords = passwords;
    }

    @GetMapping("/confirm")
    public String confirm(@RequestParam String password) {
      return passwords.check(password);
    }

    @GetMapping("/confirm-later")
    public Callable<String> confirmLater(@RequestParam String password) {
      return () -> passwords.check(password);
    }

    @GetMapping("/missing")
    public ResponseEntity<Void> missing() {
      return ResponseEntity.notFound().build();
    }
  }

  /** A secured endpoint without a limit, whose service has one. */
  @RestController
  @Secured
  public static class Doors {
    private final Door door;

    Doors(Door door) {
      this.door = door;
    }

    @GetMapping("/door")
    public String door(@RequestParam String password) {
      return door.open(password);
    }
  }

  /** Has a limit of its own. */
  @Service
  @Secured
  public static class Door {
    private final Passwords passwords;

    Door(Passwords passwords) {
      this.passwords = passwords;
    }

    @RateLimited(
        permits = 3,
        per = "1h",
        key = LimitKey.ADDRESS,
        count = Counted.FAILED_AUTHENTICATIONS)
    public String open(String password) {
      return passwords.check(password);
    }
  }

  /** Checks in threads of its own, which know no request. */
  @RestController
  @Public(reason = WHY)
  public static class Elsewhere {
    private final Passwords passwords;
    private final ExecutorService pool = Executors.newCachedThreadPool();

    Elsewhere(Passwords passwords) {
      this.passwords = passwords;
    }

    private String joined(String password) throws ExecutionException, InterruptedException {
      return pool.submit(() -> passwords.check(password)).get();
    }

    @GetMapping("/joined/{user}")
    @RateLimited(
        permits = 3,
        per = "1h",
        keyedBy = Account.class,
        count = Counted.FAILED_AUTHENTICATIONS)
    public String joined(@PathVariable String user, @RequestParam String password)
        throws ExecutionException, InterruptedException {
      return joined(password);
    }

    @GetMapping("/redirected/{user}")
    @RateLimited(
        permits = 3,
        per = "1h",
        keyedBy = Account.class,
        count = Counted.FAILED_AUTHENTICATIONS)
    public ResponseEntity<String> redirected(
        @PathVariable String user, @RequestParam String password) throws InterruptedException {
      try {
        return ResponseEntity.ok(joined(password));
      } catch (ExecutionException wrong) {
        return ResponseEntity.status(302).header("Location", "/log-in?error").build();
      }
    }

    @GetMapping("/later/{user}")
    @RateLimited(
        permits = 3,
        per = "1h",
        keyedBy = Account.class,
        count = Counted.FAILED_AUTHENTICATIONS)
    public DeferredResult<String> later(@PathVariable String user, @RequestParam String password) {
      DeferredResult<String> result = new DeferredResult<>();
      pool.execute(
          () -> {
            try {
              result.setResult(passwords.check(password));
            } catch (RefusedException wrong) {
              result.setErrorResult(wrong);
            }
          });
      return result;
    }

    @GetMapping("/future/{user}")
    @RateLimited(
        permits = 3,
        per = "1h",
        keyedBy = Account.class,
        count = Counted.FAILED_AUTHENTICATIONS)
    public CompletableFuture<String> future(
        @PathVariable String user, @RequestParam String password) {
      return CompletableFuture.supplyAsync(() -> passwords.check(password), pool);
    }

    /** Is slow to say that a password is wrong. */
    @GetMapping("/slow/{user}")
    @RateLimited(
        permits = 3,
        per = "1h",
        keyedBy = Account.class,
        count = Counted.FAILED_AUTHENTICATIONS)
    public WebAsyncTask<String> slow(@PathVariable String user, @RequestParam String password) {
      return new WebAsyncTask<>(
          1500L,
          () -> {
            if (!password.equals("right")) {
              // Servers look for what is late once a second.
              TimeUnit.SECONDS.sleep(4);
            }
            return passwords.check(password);
          });
    }

    /** Breaks where a password is wrong, and reports nothing. */
    @GetMapping("/broken/{user}")
    @RateLimited(
        permits = 3,
        per = "1h",
        keyedBy = Account.class,
        count = Counted.FAILED_AUTHENTICATIONS)
    public String broken(@PathVariable String user, @RequestParam String password)
        throws TimeoutException {
      if (!password.equals("right")) {
        throw new TimeoutException();
      }
      return passwords.check(password);
    }
  }

  /** Tries many in one request. */
  @RestController
  @Public(reason = WHY)
  public static class Batches {
    private final Passwords passwords;
    private final Row row;

    Batches(Passwords passwords, Row row) {
      this.passwords = passwords;
      this.row = row;
    }

    @GetMapping("/batch")
    @RateLimited(
        permits = 3,
        per = "1h",
        key = LimitKey.ADDRESS,
        count = Counted.FAILED_AUTHENTICATIONS)
    public String batch(@RequestParam List<String> password) {
      int right = 0;
      for (String each : password) {
        try {
          row.check(each);
          right++;
        } catch (RefusedException wrong) {
          // The next may be right.
        }
      }
      return "right: " + right;
    }

    @GetMapping("/loop")
    @RateLimited(
        permits = 3,
        per = "1h",
        key = LimitKey.ADDRESS,
        count = Counted.FAILED_AUTHENTICATIONS)
    public String loop(@RequestParam List<String> password) {
      int right = 0;
      for (String each : password) {
        try {
          passwords.check(each);
          right++;
        } catch (RefusedException wrong) {
          // The next may be right.
        }
      }
      return "right: " + right;
    }
  }

  /** One of a batch. */
  @Service
  public static class Row {
    private final Passwords passwords;

    Row(Passwords passwords) {
      this.passwords = passwords;
    }

    @Public(reason = WHY)
    public String check(String password) {
      return passwords.check(password);
    }
  }
}
