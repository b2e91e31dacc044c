package dev.gatewright.applications.caller;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Endpoints that know their caller by the Servlet API, and log. */
@RestController
public class ServletUser {
  private static final Logger log = LoggerFactory.getLogger(ServletUser.class);

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

  private static String describe(HttpServletRequest request) {
    return request.getRemoteUser()
        + " by "
        + request.getAuthType()
        + ", keeper "
        + request.isUserInRole("keeper")
        + ", admin "
        + request.isUserInRole("admin");
  }

  @GetMapping("/user")
  @Secured
  public String secured(HttpServletRequest request) {
    return describe(request);
  }

  @GetMapping("/user/public")
  @Public(reason = "test")
  public String open(HttpServletRequest request, @Nullable Principal principal) {
    return describe(request) + ", principal " + principal;
  }

  @GetMapping("/user/principal")
  @Secured
  public String principal(Principal principal) {
    return principal.getClass().getSimpleName() + " " + principal.getName();
  }

  @GetMapping("/user/later")
  @Secured
  public Callable<String> later(HttpServletRequest request) {
    return () -> describe(request) + ", logged with " + MDC.get("correlationId");
  }

  /** Waits until another request tells what this one's user is. */
  @GetMapping("/user/waiting")
  @Secured
  public DeferredResult<String> waiting(HttpServletRequest request) {
    DeferredResult<String> answer = new DeferredResult<>();
    waiting.add(() -> answer.setResult(describe(request)));
    return answer;
  }

  @GetMapping("/user/waking")
  @Secured
  public String waking() throws InterruptedException {
    waiting.take().run();
    return "woken";
  }

  @GetMapping("/user/logged")
  @Secured
  public String logged() {
    log.warn("An endpoint logs");
    return String.valueOf(MDC.get("correlationId"));
  }
}
