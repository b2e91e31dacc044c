package dev.gatewright.spring;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The servlet or filter that this thread works for at the moment, read from its stack.
 *
 * @param classes of that one object, its superclasses included, innermost first; empty where the
 *     thread works for neither
 * @param holders filters around it that hold it, as Spring Security's chain does: the container
 *     knows only of them
 */
record RunningCode(List<Class<?>> classes, List<Class<?>> holders) {
  private static final StackWalker STACK =
      StackWalker.getInstance(
          Set.of(
              StackWalker.Option.RETAIN_CLASS_REFERENCE,
              // Lambdas are filters, too.
              StackWalker.Option.SHOW_HIDDEN_FRAMES));

  static RunningCode onThisThread() {
    return STACK.walk(frames -> of(frames.map(StackWalker.StackFrame::getDeclaringClass)));
  }

  private static RunningCode of(Stream<Class<?>> frames) {
    List<Class<?>> calls =
        frames
            .filter(type -> isFilter(type) || isServlet(type) || isChain(type))
            .takeWhile(type -> !isChainOfContainer(type))
            .toList();
    List<Class<?>> own = new ArrayList<>();
    List<Class<?>> holders = new ArrayList<>();
    boolean isHeld = false;
    for (Class<?> type : calls) {
      if (isChain(type)) {
        isHeld |= !own.isEmpty();
      } else if (own.isEmpty() || (!isHeld && isSameObject(own, type))) {
        own.add(type);
      } else {
        isHeld = true;
        holders.add(type);
      }
    }
    return new RunningCode(List.copyOf(own), List.copyOf(holders));
  }

  /** Whether a class may be that of the object whose methods have been met so far. */
  private static boolean isSameObject(List<Class<?>> met, Class<?> type) {
    return met.stream()
        .allMatch(each -> each.isAssignableFrom(type) || type.isAssignableFrom(each));
  }

  /** How many filters have handed the request on to the code that runs now. */
  static int filtersAround() {
    return STACK.walk(
        frames -> (int) frames.filter(frame -> isChain(frame.getDeclaringClass())).count());
  }

  /** Whether the code of one of these classes runs, at whatever depth. */
  static boolean isOneOf(Set<String> first, Set<String> second) {
    return STACK.walk(
        frames ->
            frames
                .map(frame -> frame.getDeclaringClass().getName())
                .anyMatch(name -> first.contains(name) || second.contains(name)));
  }

  /** The interceptors that run before a handler does; empty where it was called, or none is. */
  static List<Class<?>> interceptors() {
    return STACK.walk(
        frames -> {
          List<Class<?>> met = new ArrayList<>();
          boolean before =
              frames
                  .peek(
                      frame -> {
                        if (HandlerInterceptor.class.isAssignableFrom(frame.getDeclaringClass())) {
                          met.add(frame.getDeclaringClass());
                        }
                      })
                  .anyMatch(
                      frame ->
                          frame.getDeclaringClass() == HandlerExecutionChain.class
                              && frame.getMethodName().equals("applyPreHandle"));
          return before ? met : List.of();
        });
  }

  boolean isNone() {
    return classes.isEmpty();
  }

  boolean isServlet() {
    return !isNone() && isServlet(classes.get(0));
  }

  private static boolean isFilter(Class<?> type) {
    return type != ExchangeFilter.class && Filter.class.isAssignableFrom(type);
  }

  /** Some filters are servlets, too. */
  private static boolean isServlet(Class<?> type) {
    return Servlet.class.isAssignableFrom(type) && !Filter.class.isAssignableFrom(type);
  }

  private static boolean isChain(Class<?> type) {
    return FilterChain.class.isAssignableFrom(type);
  }

  /** A filter that holds others, as Spring Security's, has a chain of its own. */
  private static boolean isChainOfContainer(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return isChain(type) && (around == null || !Filter.class.isAssignableFrom(around));
  }
}
