package dev.gatewright.spring;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/** Does the first stage before a byte of the body is read, and bounds what is read after it. */
final class AdmissionInterceptor implements HandlerInterceptor {
  private static final String ADMITTED = AdmissionInterceptor.class.getName() + ".admitted";

  private final Gate gate;
  private final Endpoints endpoints;
  private final UnguardedHandlers unguarded;

  AdmissionInterceptor(Gate gate, Endpoints endpoints, UnguardedHandlers unguarded) {
    this.gate = gate;
    this.endpoints = endpoints;
    this.unguarded = unguarded;
  }

  /** The endpoint that a request was admitted to; null where it was not. */
  static @Nullable EndpointPolicy admitted(HttpServletRequest request) {
    return request.getAttribute(ADMITTED) instanceof EndpointPolicy policy ? policy : null;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)) {
      // Static resources and the like; HandlerVerifier has looked at them.
      return true;
    }
    if (!admitIfGuarded(request, method) && !unguarded.contain(method.getBeanType())) {
      // Mapped after the start, when nobody verified it.
      throw gate.refuse(
          Refusal.of(RefusalReason.UNDECIDABLE, method.getBeanType().getName() + " has no guard"));
    }
    return true;
  }

  boolean admitIfGuarded(HttpServletRequest request, HandlerMethod method) {
    if (method.getBean() instanceof Guard guard) {
      admit(request, endpoints.policyOf(guard, method));
      return true;
    }
    return false;
  }

  private void admit(HttpServletRequest request, EndpointPolicy policy) {
    gate.admit(policy);
    BoundedRequest bounded = WebUtils.getNativeRequest(request, BoundedRequest.class);
    if (bounded == null) {
      throw gate.refuse(
          Refusal.of(RefusalReason.UNDECIDABLE, "the body cannot be bounded: no filter in place"));
    }
    bounded.bound(policy.input().maxBodyBytes());
    if (BoundedRequest.isForm(request) && request.getContentLengthLong() < 0) {
      // The server parses forms by itself and knows no bound of this endpoint.
      throw gate.refuse(
          Refusal.of(RefusalReason.BODY_TOO_LARGE, "a form that does not declare its length"));
    }
    request.setAttribute(ADMITTED, policy);
  }
}
