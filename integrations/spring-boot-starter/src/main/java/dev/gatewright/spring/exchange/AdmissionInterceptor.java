package dev.gatewright.spring.exchange;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.spring.caller.CallerContext;
import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.guard.EndpointMethods;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.guard.Unproxied;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/**
 * Does the first stage before a byte of the body is read, and bounds what is read after it. Stands
 * before every handler that a mapping of Spring's leads to, and lets none pass that would answer
 * anybody.
 */
public final class AdmissionInterceptor implements HandlerInterceptor {
  private static final String ADMITTED = AdmissionInterceptor.class.getName() + ".admitted";

  private final Gate gate;
  private final CallerContext callers;
  private final HandlerStandings standings;

  AdmissionInterceptor(Gate gate, CallerContext callers, HandlerStandings standings) {
    this.gate = gate;
    this.callers = callers;
    this.standings = standings;
  }

  /** The endpoint that a request was admitted to; null where it was not. */
  public static @Nullable EndpointPolicy admitted(HttpServletRequest request) {
    return request.getAttribute(ADMITTED) instanceof EndpointPolicy policy ? policy : null;
  }

  /** The same of the request that this thread serves for Spring MVC; null also where it is none. */
  public static @Nullable EndpointPolicy admitted() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? admitted(request.getRequest())
        : null;
  }

  /** Whether the server will parse a body that is sent in chunks. */
  public static boolean isFormOfUnknownLength(HttpServletRequest request) {
    return request.getContentLengthLong() < 0 && BoundedRequest.isForm(request);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    ExchangeCarrier.carryOn(request, callers);
    if (admitIfGuarded(request, handler)) {
      GuardedResponse guarded = GuardedResponse.in(response);
      if (guarded != null) {
        guarded.endpointIsReached();
      }
      return true;
    }
    HandlerStanding standing = standings.of(handler);
    if (standing instanceof HandlerStanding.Open open) {
      // Mapped after the start, or by a mapping that nobody could look into.
      throw gate.refuse(
          Refusal.of(
              RefusalReason.UNDECIDABLE,
              Exemptions.nameOf(open.type()) + " answers requests, but has no guard"));
    }
    permit(standing, request, GuardedResponse.permissionsIn(response));
    return true;
  }

  private static void permit(
      HandlerStanding standing, HttpServletRequest request, HandlerPermissions permissions) {
    if (standing instanceof HandlerStanding.StaticContent) {
      permissions.permitFiles();
    } else if (standing instanceof HandlerStanding.SendsHeaders) {
      permissions.permitHeaders();
    } else if (standing instanceof HandlerStanding.DescribesErrors) {
      permissions.permitErrorsOnly();
    } else if (!(standing instanceof HandlerStanding.Guarded)) {
      permissions.permitHandler();
    } else if (isOptions(request)) {
      // Spring's controllers answer it themselves, with a header.
      permissions.permitHeaders();
    }
  }

  private static boolean isOptions(HttpServletRequest request) {
    return HttpMethod.OPTIONS.matches(request.getMethod());
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView view) {
    if (!(handler instanceof HandlerMethod)
        && standings.of(handler) instanceof HandlerStanding.StaticContent) {
      GuardedResponse.permissionsIn(response).keepFile(response);
    }
  }

  /**
   * Does the first stage for the endpoint that the request is for; or, where the body decides which
   * of several it is, as much of it as can be done before.
   *
   * @return whether the body is bounded by an endpoint
   */
  boolean admitIfGuarded(HttpServletRequest request, List<?> handlers) {
    if (handlers.size() == 1) {
      return admitIfGuarded(request, handlers.get(0));
    }
    List<EndpointPolicy> policies = new ArrayList<>();
    for (Object handler : handlers) {
      EndpointPolicy policy = policyOf(handler);
      if (policy != null) {
        policies.add(policy);
      }
    }
    if (policies.isEmpty() || RequestExchange.of(request) == null) {
      return false;
    }
    gate.admitBody(policies);
    bound(
        request, policies.stream().mapToLong(each -> each.input().maxBodyBytes()).max().orElse(0));
    return true;
  }

  private boolean admitIfGuarded(HttpServletRequest request, Object handler) {
    EndpointPolicy policy = policyOf(handler);
    if (policy == null) {
      return false;
    }
    admit(request, policy);
    return true;
  }

  /** Does the first stage for each method of a servlet by which the container calls it. */
  void admitToServlet(HttpServletRequest request, List<EndpointPolicy> policies) {
    policies.forEach(policy -> admit(request, policy));
  }

  private void admit(HttpServletRequest request, EndpointPolicy policy) {
    gate.admit(policy);
    bound(request, policy.input().maxBodyBytes());
    request.setAttribute(ADMITTED, policy);
  }

  private @Nullable EndpointPolicy policyOf(Object handler) {
    return handler instanceof HandlerMethod method
        ? policyOf(method)
        : HandlerStandings.policyOf(handler);
  }

  /** The policy of a guarded method; null where there is no guard, or it is not decided yet. */
  private @Nullable EndpointPolicy policyOf(HandlerMethod method) {
    Class<?> guard = method.getBean() instanceof Guard bean ? Unproxied.of(bean).type() : null;
    if (guard == null || !GuardClasses.isGenerated(guard)) {
      return null;
    }
    EndpointPolicy policy = EndpointMethods.policyOf(guard, method.getMethod());
    if (policy == null && !standings.isUndecided(method)) {
      throw gate.refuse(
          Refusal.of(
              RefusalReason.UNDECIDABLE,
              "the guard knows nothing of " + method.getShortLogMessage()));
    }
    return policy;
  }

  private void bound(HttpServletRequest request, long maxBodyBytes) {
    BoundedRequest bounded = WebUtils.getNativeRequest(request, BoundedRequest.class);
    if (bounded == null) {
      throw gate.refuse(
          Refusal.of(RefusalReason.UNDECIDABLE, "the body cannot be bounded: no filter in place"));
    }
    bounded.bound(maxBodyBytes);
  }
}
