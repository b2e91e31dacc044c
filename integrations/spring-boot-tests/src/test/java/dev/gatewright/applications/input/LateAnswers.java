package dev.gatewright.applications.input;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.caller.Caller;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Answers from other threads, in time and too late. */
@RestController
public class LateAnswers {
  private final Gate gate;
  private final CountDownLatch requestIsOver = new CountDownLatch(1);
  private final CompletableFuture<String> callerAfterwards = new CompletableFuture<>();

  LateAnswers(Gate gate) {
    this.gate = gate;
  }

  /** Lets the task go on that outlives its request. */
  public void goOn() {
    requestIsOver.countDown();
  }

  /** Who was calling as a task that outlived its request saw it. */
  public CompletableFuture<String> callerAfterwards() {
    return callerAfterwards;
  }

  private String nameOfCaller() {
    Caller caller = gate.caller();
    return "caller " + (caller == null ? "unknown" : caller.subject());
  }

  @GetMapping("/outlives")
  @Secured
  WebAsyncTask<String> outlives() {
    return new WebAsyncTask<>(
        200L,
        () -> {
          boolean over = false;
          while (!over) {
            try {
              requestIsOver.await();
              over = true;
            } catch (InterruptedException timeIsOver) {
              // Goes on all the same, as code does that does not care.
            }
          }
          callerAfterwards.complete(nameOfCaller());
          return "done";
        });
  }

  @GetMapping("/who")
  @Public(reason = "test")
  Callable<String> who() {
    return this::nameOfCaller;
  }

  @GetMapping("/known")
  @Secured
  Callable<String> known() {
    return this::nameOfCaller;
  }

  @GetMapping("/future")
  @Public(reason = "test")
  @RateLimited(permits = 2, per = "1h", key = LimitKey.ADDRESS)
  CompletableFuture<String> future() {
    return CompletableFuture.completedFuture("answered");
  }

  @GetMapping("/callable")
  @Public(reason = "test")
  @RateLimited(permits = 2, per = "1h", key = LimitKey.ADDRESS)
  Callable<String> callable() {
    return () -> "answered";
  }

  @GetMapping("/stream")
  @Public(reason = "test")
  @RateLimited(permits = 2, per = "1h", key = LimitKey.ADDRESS)
  StreamingResponseBody stream() {
    return out -> out.write(new byte[] {'a', 'n', 's', 'w', 'e', 'r', 'e', 'd'});
  }

  @GetMapping("/guess-in-request")
  @Public(reason = "test")
  @RateLimited(
      permits = 2,
      per = "1h",
      key = LimitKey.ADDRESS,
      count = Counted.FAILED_AUTHENTICATIONS)
  Callable<String> guessInRequest() {
    return this::wrong;
  }

  @GetMapping("/guess-elsewhere")
  @Public(reason = "test")
  @RateLimited(
      permits = 2,
      per = "1h",
      key = LimitKey.ADDRESS,
      count = Counted.FAILED_AUTHENTICATIONS)
  CompletableFuture<@Nullable String> guessElsewhere() {
    return CompletableFuture.supplyAsync(this::wrong);
  }

  private String wrong() {
    throw gate.failedAuthentication("wrong password");
  }
}
