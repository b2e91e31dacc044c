package dev.gatewright.spring.input;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.spring.argument.ArgumentPlan;
import dev.gatewright.spring.argument.MalformedInputException;
import dev.gatewright.spring.argument.RequestHeaders;
import dev.gatewright.spring.exchange.AdmissionInterceptor;
import dev.gatewright.spring.guard.UndecidedMethods;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.util.ClassUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Looks at the requests of guarded endpoints once they are admitted and before Spring MVC makes
 * arguments of them: strangers learn nothing of it, and no work is done in vain.
 */
public final class InputInterceptor implements HandlerInterceptor {
  private final Gate gate;
  private final RequestHeaders headers;
  private final ArgumentPlans plans;
  private final boolean requiresLength;

  /**
   * For one application.
   *
   * @param requiresLength whether forms that do not declare their length are refused
   */
  InputInterceptor(Gate gate, RequestHeaders headers, ArgumentPlans plans, boolean requiresLength) {
    this.gate = gate;
    this.headers = headers;
    this.plans = plans;
    this.requiresLength = requiresLength;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws HttpMediaTypeNotAcceptableException {
    if (handler instanceof HandlerMethod method
        && method.getBean() instanceof Guard guard
        && UndecidedMethods.isGuarded(method.getBeanType(), method.getMethod())
        && !isAnswerOfBefore(request)) {
      check(request, guard, method);
    }
    return true;
  }

  /**
   * Whether the endpoint has been called, and Spring MVC only writes what has become of it since.
   * Any other asynchronous dispatch leads to an endpoint that reads the request.
   */
  private static boolean isAnswerOfBefore(HttpServletRequest request) {
    return WebAsyncUtils.getAsyncManager(request).hasConcurrentResult();
  }

  private void check(HttpServletRequest request, Guard guard, HandlerMethod method)
      throws HttpMediaTypeNotAcceptableException {
    try {
      headers.checkSingle(request);
      if (requiresLength && AdmissionInterceptor.isFormOfUnknownLength(request)) {
        throw gate.refuse(
            Refusal.of(RefusalReason.LENGTH_REQUIRED, "a form that does not declare its length"));
      }
      String encodings = headers.refusedEncoding(request);
      if (encodings != null) {
        throw gate.refuse(InputRefusals.unsupportedEncoding(encodings));
      }
      planOf(guard, method).check(request);
    } catch (MalformedInputException malformed) {
      throw gate.refuse(InputRefusals.malformed(malformed.path(), malformed.problem()));
    }
  }

  /** What was verified at the start may be set up otherwise by now. */
  private ArgumentPlan planOf(Guard guard, HandlerMethod method) {
    try {
      return plans.of(ClassUtils.getUserClass(guard), method);
    } catch (IllegalArgumentException impossible) {
      throw gate.refuse(
          Refusal.of(RefusalReason.UNDECIDABLE, String.valueOf(impossible.getMessage())));
    }
  }
}
