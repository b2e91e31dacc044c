package dev.gatewright.spring.web;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.spring.exchange.GuardedResponse;
import dev.gatewright.spring.exchange.HandlerStanding;
import dev.gatewright.spring.exchange.HandlerStandings;
import dev.gatewright.spring.exchange.ProblemResponses;
import dev.gatewright.spring.guard.UndecidedMethods;
import dev.gatewright.spring.input.InputRefusals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers refusals, and what Spring MVC throws over a guarded endpoint's input, before the
 * application's own exception handlers come to see them.
 */
final class RefusalResolver implements HandlerExceptionResolver, Ordered {
  private final Gate gate;
  private final ProblemResponses problems;
  private final HandlerStandings standings;

  RefusalResolver(Gate gate, ProblemResponses problems, HandlerStandings standings) {
    this.gate = gate;
    this.problems = problems;
    this.standings = standings;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  static boolean isGuarded(@Nullable Object handler) {
    return handler instanceof HandlerMethod method
        && UndecidedMethods.isGuarded(method.getBeanType(), method.getMethod());
  }

  /** No handler was found, or only one for files: what comes now is for the exception handlers. */
  private boolean answersNothing(@Nullable Object handler) {
    return handler == null
        || (!(handler instanceof HandlerMethod)
            && standings.of(handler) instanceof HandlerStanding.StaticContent);
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    RefusedException refused = ProblemResponses.refusalIn(failure);
    if (refused == null && isGuarded(handler)) {
      Refusal refusal = InputRefusals.of(failure);
      refused = refusal == null ? null : gate.refuse(refusal);
    }
    if (refused == null) {
      if (answersNothing(handler)) {
        GuardedResponse.permitErrorsOnly(response);
      }
      return null;
    }
    try {
      return problems.write(request, response, refused) ? new ModelAndView() : null;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
