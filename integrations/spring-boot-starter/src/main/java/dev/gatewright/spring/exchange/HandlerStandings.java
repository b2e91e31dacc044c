package dev.gatewright.spring.exchange;

import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.bean.UnguardedObjects;
import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.guard.FrameworkClasses;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.guard.Unproxied;
import dev.gatewright.spring.undecided.UndecidedEndpoints;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.AbstractController;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Tells how handlers stand to the gate. Everything that is not known to be guarded, static or
 * exempt is open. Thread-safe.
 */
public final class HandlerStandings {

  /** Of Spring: they hand out files. Subclasses may do anything. */
  static final Set<String> STATIC_CONTENT =
      Set.of(
          "org.springframework.web.servlet.resource.ResourceHttpRequestHandler",
          "org.springframework.web.servlet.resource.DefaultServletHttpRequestHandler");

  /** Of Spring: error pages, the application's and those of an actuator on its own port. */
  private static final Set<String> ERROR_PAGES =
      Set.of(
          "org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController",
          "org.springframework.boot.webmvc.autoconfigure.actuate.web.ManagementErrorEndpoint");

  /**
   * Of Spring: the methods of a path, which a 405 tells as well; answers to CORS preflights; the
   * 406 of a welcome page.
   */
  private static final Set<String> TELLS_NOTHING =
      Set.of(
          "org.springframework.boot.webmvc.autoconfigure.WelcomePageNotAcceptableHandlerMapping",
          "org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping$HttpOptionsHandler",
          "org.springframework.web.servlet.handler.AbstractHandlerMapping$PreFlightHttpRequestHandler");

  private static final String RESOURCES =
      "org.springframework.web.servlet.function.ResourceHandlerFunction";

  private static final boolean WEB_SOCKETS =
      ClassUtils.isPresent(
          "org.springframework.web.socket.server.support.WebSocketHttpRequestHandler",
          HandlerStandings.class.getClassLoader());

  /** What a handler adapter calls handlers with. */
  private static final List<Class<?>> REQUEST_AND_RESPONSE =
      List.of(HttpServletRequest.class, HttpServletResponse.class);

  private static final HandlerStanding GUARDED = new HandlerStanding.Guarded();
  private static final HandlerStanding STATIC = new HandlerStanding.StaticContent();
  private static final HandlerStanding ERRORS = new HandlerStanding.DescribesErrors();
  private static final HandlerStanding HEADERS = new HandlerStanding.SendsHeaders();
  private static final HandlerStanding EXEMPT = new HandlerStanding.Exempt();
  private static final HandlerStanding UNDECIDED = new HandlerStanding.Undecided();

  private final Exemptions exemptions;
  private final UndecidedEndpoints undecided;
  private final UnguardedObjects unguarded;

  /** The router functions of all mappings, as they were seen at start-up, and are exempt. */
  private final Map<RouterFunctionMapping, Optional<RouterFunction<?>>> routes =
      Collections.synchronizedMap(new IdentityHashMap<>());

  HandlerStandings(Exemptions exemptions, UndecidedEndpoints undecided) {
    this.exemptions = exemptions;
    this.undecided = undecided;
    this.unguarded = new UnguardedObjects(exemptions);
  }

  /**
   * Notes that the routes of a mapping are exempt, whatever filters wrap around them, as long as
   * they are not replaced.
   */
  public void exemptRoutes(RouterFunctionMapping mapping) {
    routes.put(mapping, Optional.ofNullable(mapping.getRouterFunction()));
  }

  /** How a handler stands that is about to be called. */
  public HandlerStanding of(Object handler) {
    if (exemptions.containHandler(handler)
        || (handler instanceof HandlerMethod method && isExempt(method))
        || (isMadePerRequest(handler) && areRoutesExempt())) {
      return EXEMPT;
    }
    return asConfigured(handler);
  }

  private boolean isExempt(HandlerMethod handler) {
    HandlerMethod mapped = handler.getResolvedFromHandlerMethod();
    return (mapped != null && exemptions.containHandler(mapped))
        || exemptions.containMethod(handler.getBean(), handler.getMethod());
  }

  /** How a handler stands by its class, whatever was found exempt with its bean or mapping. */
  public HandlerStanding asConfigured(Object handler) {
    if (handler instanceof HandlerMethod method) {
      if (isUndecided(method)) {
        return UNDECIDED;
      }
      return Unproxied.of(method.getBean()).isGuard() ? GUARDED : ofClass(method.getBeanType());
    }
    if (handler instanceof Guard) {
      Unproxied guard = Unproxied.of(handler);
      return guard.isGuard() && policyOfGuard(guard) != null
          ? GUARDED
          : new HandlerStanding.Open(handler.getClass());
    }
    if (handler.getClass() == ParameterizableViewController.class) {
      return ofView((ParameterizableViewController) handler);
    }
    if (handler instanceof ResourceHttpRequestHandler files) {
      return ofFiles(files);
    }
    List<Class<?>> answering = WEB_SOCKETS ? SocketHandlers.answering(handler) : List.of();
    HandlerStanding standing = answering.isEmpty() ? ofClass(handler.getClass()) : ofAll(answering);
    // A method reference answers by the object that it was taken from.
    Class<?> wanting =
        standing instanceof HandlerStanding.Exempt && handler.getClass().isHidden()
            ? unguarded.in(handler)
            : null;
    return wanting == null ? standing : new HandlerStanding.Open(wanting);
  }

  /** Whether a method answers without a guard as it is not decided yet. */
  boolean isUndecided(HandlerMethod method) {
    Class<?> type = Unproxied.of(method.getBean()).type();
    return undecided.serve(type, method.getMethod()) && !exemptions.wantsGuard(type);
  }

  /** The first that is open, as all would answer. */
  private HandlerStanding ofAll(List<Class<?>> answering) {
    for (Class<?> each : answering) {
      if (ofClass(each) instanceof HandlerStanding.Open open) {
        return open;
      }
    }
    return EXEMPT;
  }

  /** How instances of the class stand, unless they are guards. */
  public HandlerStanding ofClass(Class<?> type) {
    String name = Exemptions.nameOf(type);
    if (STATIC_CONTENT.contains(name)) {
      return STATIC;
    }
    if (ERROR_PAGES.contains(name)) {
      return ERRORS;
    }
    if (TELLS_NOTHING.contains(name)) {
      return HEADERS;
    }
    return exemptions.contain(type) ? EXEMPT : new HandlerStanding.Open(type);
  }

  /** The policy that a handler of Spring's own kinds asks when it is called; null without one. */
  static @Nullable EndpointPolicy policyOf(Object handler) {
    Unproxied guard = handler instanceof Guard ? Unproxied.of(handler) : null;
    return guard != null && guard.isGuard() ? policyOfGuard(guard) : null;
  }

  /**
   * That of the method by which a handler adapter calls the guard: {@code handleRequest}, by which
   * Spring's own controllers call {@code handleRequestInternal}.
   */
  private static @Nullable EndpointPolicy policyOfGuard(Unproxied guard) {
    List<EndpointPolicy> policies =
        guard.target() instanceof Guard itself
            ? itself.endpointPolicies()
            : GuardClasses.endpointPolicies(guard.type());
    EndpointPolicy called = policyOfMethod("handleRequest", policies);
    return called == null
            && AbstractController.class.isAssignableFrom(guard.type())
            && isOfSpring(guard.type())
        ? policyOfMethod("handleRequestInternal", policies)
        : called;
  }

  private static @Nullable EndpointPolicy policyOfMethod(
      String method, List<EndpointPolicy> policies) {
    return policies.stream()
        .filter(policy -> policy.method().equals(method))
        .filter(policy -> policy.parameters().equals(REQUEST_AND_RESPONSE))
        .findFirst()
        .orElse(null);
  }

  private static boolean isOfSpring(Class<?> controller) {
    Method called =
        ClassUtils.getMethod(
            controller, "handleRequest", HttpServletRequest.class, HttpServletResponse.class);
    return called.getDeclaringClass() == AbstractController.class;
  }

  /** Files are static content as long as no code of the application's finds or changes them. */
  private HandlerStanding ofFiles(ResourceHttpRequestHandler files) {
    Stream<?> converters =
        Stream.of(
                files.getResourceHttpMessageConverter(),
                files.getResourceRegionHttpMessageConverter())
            .filter(Objects::nonNull);
    Stream<?> others =
        Stream.of(
                files.getResourceResolvers(), files.getResourceTransformers(), files.getLocations())
            .flatMap(List::stream);
    return Stream.concat(converters, others)
        .<Class<?>>map(Object::getClass)
        .filter(type -> !FrameworkClasses.contain(type, "org.springframework."))
        .filter(type -> !exemptions.contain(type))
        .findFirst()
        .<HandlerStanding>map(HandlerStanding.Open::new)
        .orElseGet(() -> ofClass(files.getClass()));
  }

  /** A view may compute anything; to lead elsewhere, or to send a status, is no answer. */
  private HandlerStanding ofView(ParameterizableViewController controller) {
    View view = controller.getView();
    String name = controller.getViewName();
    if (name != null && name.startsWith("forward:")) {
      // Looked at again where it leads to.
      return GUARDED;
    }
    boolean leadsElsewhere =
        (view != null && view.getClass() == RedirectView.class)
            || (name != null && name.startsWith("redirect:"))
            || controller.isStatusOnly();
    return leadsElsewhere ? HEADERS : ofClass(ParameterizableViewController.class);
  }

  /** Spring makes such a function anew for each request: of a filtered route, or for a file. */
  private static boolean isMadePerRequest(Object handler) {
    Class<?> type = handler.getClass();
    return handler instanceof HandlerFunction
        && (type.getName().equals(RESOURCES)
            || (type.isHidden()
                && FrameworkClasses.contain(type, "org.springframework.web.servlet.function.")));
  }

  /** Nobody can tell which mapping such a function came from, so all must be as they were. */
  private boolean areRoutesExempt() {
    synchronized (routes) {
      return routes.values().stream().anyMatch(Optional::isPresent)
          && routes.entrySet().stream()
              .allMatch(each -> each.getKey().getRouterFunction() == each.getValue().orElse(null));
    }
  }
}
