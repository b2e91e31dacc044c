package dev.gatewright.spring.exchange;

import dev.gatewright.runtime.policy.EndpointPolicy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Does the first stage for a request whose body is wanted before Spring MVC has found its handler,
 * as by the filter that reads forms.
 */
final class EarlyAdmission {

  /**
   * What servers accept of a form. Without it Spring MVC's filter would hold any form in memory.
   */
  private static final long MAX_OTHER_FORM_BYTES = 2 << 20;

  private final Supplier<List<HandlerMapping>> mappings;
  private final Supplier<AdmissionInterceptor> admission;

  /**
   * For one servlet container.
   *
   * @param mappings in the order in which Spring MVC asks them; asked when they are needed, as they
   *     are made later
   */
  EarlyAdmission(
      Supplier<List<HandlerMapping>> mappings, Supplier<AdmissionInterceptor> admission) {
    this.mappings = mappings;
    this.admission = admission;
  }

  void decide(BoundedRequest request) {
    HttpServletRequest original = (HttpServletRequest) request.getRequest();
    if (isAdmitted(request, original)) {
      request.admittedEarly();
    } else if (BoundedRequest.isUrlEncodedForm(request)) {
      request.bound(MAX_OTHER_FORM_BYTES);
    }
  }

  private boolean isAdmitted(BoundedRequest request, HttpServletRequest original) {
    List<EndpointPolicy> ofServlet = GuardedServlets.policiesOf(original);
    if (!ofServlet.isEmpty()) {
      admission.get().admitToServlet(request, ofServlet);
      return true;
    }
    List<?> handlers = handlersOf(original);
    return !handlers.isEmpty() && admission.get().admitIfGuarded(request, handlers);
  }

  /** The handler of the request; several where the fields of a form decide between them. */
  private List<?> handlersOf(HttpServletRequest request) {
    // Spring MVC may be looking for a handler right now, or a filter may have parsed the path.
    Object known = request.getAttribute(ServletRequestPathUtils.PATH_ATTRIBUTE);
    BodilessRequest bodiless = new BodilessRequest(request);
    ServletRequestPathUtils.parseAndCache(bodiless);
    try {
      Object handler = handlerOf(bodiless);
      return handler == null ? List.of() : List.of(handler);
    } catch (BodilessRequest.BodyWantedException fieldsDecide) {
      return candidates(bodiless);
    } finally {
      // Removes it where nothing was there.
      request.setAttribute(ServletRequestPathUtils.PATH_ATTRIBUTE, known);
    }
  }

  private @Nullable Object handlerOf(BodilessRequest request) {
    try {
      for (HandlerMapping mapping : mappings.get()) {
        // The guards that a route calls are known only once it calls them.
        HandlerExecutionChain chain =
            mapping instanceof RouterFunctionMapping ? null : mapping.getHandler(request);
        if (chain != null) {
          return chain.getHandler();
        }
      }
      return null;
    } catch (BodilessRequest.BodyWantedException fieldsDecide) {
      throw fieldsDecide;
    } catch (Exception unmapped) {
      // Spring MVC comes to the same result, and answers it.
      return null;
    }
  }

  /** What is mapped to all of the request but its parameters. */
  private List<HandlerMethod> candidates(BodilessRequest request) {
    List<HandlerMethod> candidates = new ArrayList<>();
    for (HandlerMapping each : mappings.get()) {
      if (each instanceof RequestMappingInfoHandlerMapping mapping) {
        mapping
            .getHandlerMethods()
            .forEach(
                (info, handler) -> {
                  if (mayMatch(info, request)) {
                    candidates.add(handler.createWithResolvedBean());
                  }
                });
      }
    }
    return candidates;
  }

  private static boolean mayMatch(RequestMappingInfo info, BodilessRequest request) {
    RequestMappingInfo.Builder other = info.mutate().params();
    try {
      return other.build().getMatchingCondition(request) != null;
    } catch (BodilessRequest.BodyWantedException fieldsDecide) {
      // A field may say what the client accepts.
      return other.produces().build().getMatchingCondition(request) != null;
    }
  }
}
