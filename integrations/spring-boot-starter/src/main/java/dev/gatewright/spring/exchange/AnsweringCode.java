package dev.gatewright.spring.exchange;

import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.exemption.RunningObject;
import dev.gatewright.spring.guard.FrameworkClasses;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Finds which servlet or filter answers at this moment, and whether it is exempt. Only asked while
 * no policy was, so that allowed requests do not pay for it. Thread-safe.
 *
 * <p>A DispatcherServlet is exempt by its own name or class only, not as Spring's class: its
 * handlers are looked at one by one.
 */
public final class AnsweringCode {

  /** What answers. */
  enum Turn {
    /** A servlet that is listed: the end of the chain. */
    EXEMPT_SERVLET,
    /** The container's own servlet for files. */
    FILES,
    /** A filter that is listed. */
    EXEMPT_FILTER,
    /** Anything else. */
    OTHER
  }

  /** What interceptors of Spring MVC run. */
  enum Interceptors {
    /** None: the handler, or what comes after it. */
    NONE,
    /** One that is listed. */
    EXEMPT,
    /** Another one. */
    OTHER
  }

  /** Servlets of containers that hand out the files of a web application. */
  public static final Set<String> SERVE_FILES =
      Set.of(
          "org.apache.catalina.servlets.DefaultServlet",
          "org.eclipse.jetty.ee11.servlet.DefaultServlet");

  /**
   * Of Spring: redirects to the same path without the slash at its end, and answers nothing else.
   */
  private static final String REDIRECTS = "org.springframework.web.filter.UrlHandlerFilter";

  /**
   * A chain of Spring Security's that is listed stands for the filters of Spring Security's in it.
   */
  private static final String SPRING_SECURITY = "org.springframework.security.";

  /** Of Spring: they refuse requests of foreign origins, and answer nothing else. */
  private static final Set<String> REFUSE_ORIGINS =
      Set.of(
          "the interceptor org.springframework.web.servlet.handler.AbstractHandlerMapping"
              + "$CorsInterceptor",
          "the filter org.springframework.web.filter.CorsFilter");

  private final Exemptions exemptions;

  AnsweringCode(Exemptions exemptions) {
    this.exemptions = exemptions;
  }

  /** Whether it is Spring's or the container's code for files that answers. */
  static boolean isServingFiles() {
    return RunningCode.isOneOf(HandlerStandings.STATIC_CONTENT, SERVE_FILES);
  }

  /** Whether what is {@link #shown} is Spring's check of origins, which nobody need list. */
  static boolean refusesOrigins(String shown) {
    return REFUSE_ORIGINS.contains(shown);
  }

  /** Whether anything is listed at all. */
  boolean mayBeExempt() {
    return !exemptions.names().isEmpty();
  }

  /** Whose turn it is. */
  Turn turn(HttpServletRequest request) {
    RunningCode running = RunningCode.onThisThread();
    RunningObject innermost = running.innermost();
    if (innermost == null) {
      // Another thread, which may do the work of anything.
      return Turn.OTHER;
    }
    if (running.isServlet()) {
      // A filter may call a servlet of its own where the path leads to another one.
      return running.isHeldByFilter() ? Turn.OTHER : servletsTurn(request, innermost);
    }
    if (request.getAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE) != null) {
      // A filter that keeps answers back may hand out a handler's.
      return Turn.OTHER;
    }
    return isFilterExempt(innermost, running.holders()) ? Turn.EXEMPT_FILTER : Turn.OTHER;
  }

  private boolean isFilterExempt(RunningObject filter, List<RunningObject> holders) {
    return isListed(filter)
        || filter.type().getName().equals(REDIRECTS)
        || (filter.isOf("org.springframework.")
            && FrameworkClasses.contain(filter.type(), SPRING_SECURITY)
            && exemptions.unlistedIn(filter).stream()
                .allMatch(each -> FrameworkClasses.contain(each, SPRING_SECURITY))
            && holders.stream()
                .anyMatch(
                    holder ->
                        FrameworkClasses.contain(holder.type(), SPRING_SECURITY)
                            && isListed(holder)));
  }

  /** A class stands for its own objects, not for those of subclasses. */
  private boolean isListed(RunningObject running) {
    return exemptions.containFilter(running.type()) && exemptions.unlistedIn(running).isEmpty();
  }

  /** Which interceptor runs, before the handler does. */
  Interceptors interceptors() {
    RunningObject running = RunningCode.interceptor();
    if (running == null) {
      return Interceptors.NONE;
    }
    return isListed(running) ? Interceptors.EXEMPT : Interceptors.OTHER;
  }

  /** Whether an exempt servlet or filter may have had the request, and have written nothing. */
  boolean mayTakeUp(HttpServletRequest request) {
    if (!mayBeExempt()) {
      return false;
    }
    ServletContext container = request.getServletContext();
    String servlet = request.getHttpServletMapping().getServletName();
    ServletRegistration registration =
        servlet == null || servlet.isEmpty() ? null : container.getServletRegistration(servlet);
    return isServletExempt(registration)
        || container.getFilterRegistrations().values().stream().anyMatch(this::isFilterExempt);
  }

  private boolean isFilterExempt(FilterRegistration filter) {
    String type = filter.getClassName();
    return exemptions.containNamed(filter.getName())
        || (type != null && exemptions.containClass(type));
  }

  private boolean isServletExempt(@Nullable ServletRegistration servlet) {
    String type = servlet == null ? null : servlet.getClassName();
    return servlet != null
        && type != null
        && (exemptions.containNamed(servlet.getName())
            || (!type.equals(DispatcherServlet.class.getName()) && exemptions.containClass(type)));
  }

  private Turn servletsTurn(HttpServletRequest request, RunningObject running) {
    String name = request.getHttpServletMapping().getServletName();
    ServletRegistration registration =
        name == null || name.isEmpty()
            ? null
            : request.getServletContext().getServletRegistration(name);
    String type = registration == null ? null : registration.getClassName();
    if (type == null || !isOrHasCalled(type, running)) {
      return Turn.OTHER;
    }
    if (isServletExempt(registration)) {
      return Turn.EXEMPT_SERVLET;
    }
    return SERVE_FILES.contains(type) ? Turn.FILES : Turn.OTHER;
  }

  /** Whether the servlet of that class runs; or another one, as a view, to which it forwards. */
  private static boolean isOrHasCalled(String servlet, RunningObject running) {
    try {
      Class<?> type = ClassUtils.forName(servlet, running.type().getClassLoader());
      return running.type().isAssignableFrom(type)
          ? running.mayBe(type)
          : !type.isAssignableFrom(running.type()) && RunningCode.isServing(type);
    } catch (ClassNotFoundException | LinkageError unknown) {
      return running.type().getName().equals(servlet);
    }
  }

  /** Names what answers, for the log. */
  String shown(HttpServletRequest request) {
    RunningObject interceptor = RunningCode.interceptor();
    if (interceptor != null) {
      return "the interceptor " + nameOf(interceptor);
    }
    RunningCode running = RunningCode.onThisThread();
    if (running.innermost() != null && !running.isServlet()) {
      return "the filter " + nameOf(running.innermost());
    }
    if (running.innermost() != null && running.isHeldByFilter()) {
      return "the filter " + nameOf(running.holders().get(0));
    }
    String name = request.getHttpServletMapping().getServletName();
    return name == null || name.isEmpty() ? "a filter" : "the servlet '" + name + "'";
  }

  /** The class to be listed: the object's, which need not be the one that has the code. */
  private String nameOf(RunningObject running) {
    return Exemptions.nameOf(
        exemptions.unlistedIn(running).stream().findFirst().orElse(running.type()));
  }
}
