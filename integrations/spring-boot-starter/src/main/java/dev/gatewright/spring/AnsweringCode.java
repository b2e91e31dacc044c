package dev.gatewright.spring;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
final class AnsweringCode {

  /** What answers. */
  enum Turn {
    /** A servlet that is listed: the end of the chain. */
    EXEMPT_SERVLET,
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

  /**
   * Of Spring: redirects to the same path without the slash at its end, and answers nothing else.
   */
  private static final String REDIRECTS = "org.springframework.web.filter.UrlHandlerFilter";

  /**
   * A chain of Spring Security's that is listed stands for the filters of Spring Security's in it.
   */
  private static final String SPRING_SECURITY = "org.springframework.security.";

  private final Exemptions exemptions;

  AnsweringCode(Exemptions exemptions) {
    this.exemptions = exemptions;
  }

  /** Whether it is Spring's or the container's code for files that answers. */
  static boolean isServingFiles() {
    return RunningCode.isOneOf(HandlerStandings.STATIC_CONTENT, ServletVerifier.SERVE_FILES);
  }

  /** Whether anything is listed at all. */
  boolean mayBeExempt() {
    return !exemptions.names().isEmpty();
  }

  /** Whose turn it is. */
  Turn turn(HttpServletRequest request) {
    RunningCode running = RunningCode.onThisThread();
    if (running.isNone()) {
      // Another thread, which may do the work of anything.
      return Turn.OTHER;
    }
    if (running.isServlet()) {
      return isServletExempt(request, running.classes()) ? Turn.EXEMPT_SERVLET : Turn.OTHER;
    }
    if (request.getAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE) != null) {
      // A filter that keeps answers back may hand out a handler's.
      return Turn.OTHER;
    }
    return isFilterExempt(running) ? Turn.EXEMPT_FILTER : Turn.OTHER;
  }

  private boolean isFilterExempt(RunningCode running) {
    return running.classes().stream().anyMatch(exemptions::containFilter)
        || running.classes().get(0).getName().equals(REDIRECTS)
        || (running.classes().stream().allMatch(AnsweringCode::isOfSpring)
            && running.classes().get(0).getName().startsWith(SPRING_SECURITY)
            && running.holders().stream()
                .anyMatch(
                    holder ->
                        holder.getName().startsWith(SPRING_SECURITY)
                            && exemptions.containFilter(holder)));
  }

  private static boolean isOfSpring(Class<?> type) {
    return type.getName().startsWith("org.springframework.");
  }

  /** Which interceptor runs, before the handler does. */
  Interceptors interceptors() {
    List<Class<?>> running = RunningCode.interceptors();
    if (running.isEmpty()) {
      return Interceptors.NONE;
    }
    return running.stream().anyMatch(exemptions::contain)
        ? Interceptors.EXEMPT
        : Interceptors.OTHER;
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

  /** A filter may call a servlet of its own where the path leads to another one. */
  private boolean isServletExempt(HttpServletRequest request, List<Class<?>> classes) {
    String name = request.getHttpServletMapping().getServletName();
    if (name == null || name.isEmpty()) {
      return false;
    }
    ServletRegistration registration = request.getServletContext().getServletRegistration(name);
    String type = registration == null ? null : registration.getClassName();
    return type != null
        && classes.stream().anyMatch(each -> isOrExtends(type, each))
        && (isServletExempt(registration) || ServletVerifier.SERVE_FILES.contains(type));
  }

  /** Whether the servlet of that class has the code of the other. */
  private static boolean isOrExtends(String servlet, Class<?> running) {
    try {
      Class<?> type = ClassUtils.forName(servlet, running.getClassLoader());
      return running.isAssignableFrom(type) && running != HttpServlet.class;
    } catch (ClassNotFoundException | LinkageError unknown) {
      return running.getName().equals(servlet);
    }
  }

  /** Names what answers, for the log. */
  String shown(HttpServletRequest request) {
    List<Class<?>> interceptors = RunningCode.interceptors();
    if (!interceptors.isEmpty()) {
      return "the interceptor " + Exemptions.nameOf(interceptors.get(0));
    }
    RunningCode running = RunningCode.onThisThread();
    if (!running.isNone() && !running.isServlet()) {
      return "the filter " + Exemptions.nameOf(running.classes().get(0));
    }
    String name = request.getHttpServletMapping().getServletName();
    return name == null || name.isEmpty() ? "a filter" : "the servlet '" + name + "'";
  }
}
