package dev.gatewright.spring;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
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

  private static final StackWalker STACK =
      StackWalker.getInstance(
          Set.of(
              StackWalker.Option.RETAIN_CLASS_REFERENCE,
              // Lambdas are filters, too.
              StackWalker.Option.SHOW_HIDDEN_FRAMES));

  private final Exemptions exemptions;

  AnsweringCode(Exemptions exemptions) {
    this.exemptions = exemptions;
  }

  /** Whether it is Spring's or the container's code for files that answers. */
  static boolean isServingFiles() {
    return STACK.walk(
        frames ->
            frames
                .map(frame -> frame.getDeclaringClass().getName())
                .anyMatch(
                    name ->
                        HandlerStandings.STATIC_CONTENT.contains(name)
                            || ServletVerifier.SERVE_FILES.contains(name)));
  }

  /** Whether anything is listed at all. */
  boolean mayBeExempt() {
    return !exemptions.names().isEmpty();
  }

  /** How many filters have handed the request on to the code that runs now. */
  static int filtersAround() {
    return STACK.walk(
        frames ->
            (int)
                frames
                    .filter(frame -> FilterChain.class.isAssignableFrom(frame.getDeclaringClass()))
                    .count());
  }

  /** Whose turn it is. */
  Turn turn(HttpServletRequest request) {
    List<Class<?>> filters = filters();
    if (filters.isEmpty()) {
      return isServletExempt(request) ? Turn.EXEMPT_SERVLET : Turn.OTHER;
    }
    if (request.getAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE) != null) {
      // A filter that keeps answers back may hand out a handler's.
      return Turn.OTHER;
    }
    return filters.stream().anyMatch(exemptions::contain) ? Turn.EXEMPT_FILTER : Turn.OTHER;
  }

  /**
   * The classes of the filter whose turn it is, those of filters that it holds included; empty when
   * it is a servlet's turn.
   */
  private static List<Class<?>> filters() {
    return STACK.walk(
        frames -> {
          List<Class<?>> filters = new ArrayList<>();
          Iterator<StackWalker.StackFrame> inner = frames.iterator();
          while (inner.hasNext() && !isTurn(inner.next().getDeclaringClass(), filters)) {
            // A filter's own frames are collected on the way.
          }
          return filters;
        });
  }

  /** Whether the frame is where the container handed the request over. */
  private static boolean isTurn(Class<?> type, List<Class<?>> filters) {
    if (type != ExchangeFilter.class && Filter.class.isAssignableFrom(type)) {
      filters.add(type);
      return false;
    }
    if (filters.isEmpty() && Servlet.class.isAssignableFrom(type)) {
      return true;
    }
    // A filter that holds others, as Spring Security's, has a chain of its own.
    Class<?> around = type.getEnclosingClass();
    return FilterChain.class.isAssignableFrom(type)
        && (around == null || !Filter.class.isAssignableFrom(around));
  }

  private boolean isServletExempt(HttpServletRequest request) {
    String name = request.getHttpServletMapping().getServletName();
    if (name == null || name.isEmpty()) {
      return false;
    }
    if (exemptions.containNamed(name)) {
      return true;
    }
    ServletRegistration registration = request.getServletContext().getServletRegistration(name);
    String type = registration == null ? null : registration.getClassName();
    return type != null
        && !type.equals(DispatcherServlet.class.getName())
        && (exemptions.containClass(type) || ServletVerifier.SERVE_FILES.contains(type));
  }

  /** Names what answers, for the log. */
  String shown(HttpServletRequest request) {
    List<Class<?>> filters = filters();
    if (!filters.isEmpty()) {
      return "the filter " + Exemptions.nameOf(filters.get(0));
    }
    String name = request.getHttpServletMapping().getServletName();
    return name == null || name.isEmpty() ? "a filter" : "the servlet '" + name + "'";
  }
}
