package dev.gatewright.spring.argument;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** All that is looked at in a request before one endpoint's arguments are made. Thread-safe. */
public final class ArgumentPlan {
  private final List<ArgumentCheck> checks;
  private final @Nullable AcceptCheck accept;

  ArgumentPlan(List<ArgumentCheck> checks, @Nullable AcceptCheck accept) {
    this.checks = List.copyOf(checks);
    this.accept = accept;
  }

  /**
   * Looks at a request.
   *
   * @throws MalformedInputException if an argument is given more than once, or is no text
   * @throws HttpMediaTypeNotAcceptableException if nothing that the client accepts can be produced
   */
  public void check(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
    if (accept != null) {
      accept.check(request);
    }
    for (ArgumentCheck check : checks) {
      check.check(request);
    }
  }
}
