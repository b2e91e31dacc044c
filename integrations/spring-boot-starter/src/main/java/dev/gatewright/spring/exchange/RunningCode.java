package dev.gatewright.spring.exchange;

import dev.gatewright.spring.exemption.RunningObject;
import dev.gatewright.spring.guard.FrameworkClasses;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The servlet or filter that this thread works for at the moment, read from its stack.
 *
 * @param innermost that object; null where the thread works for neither
 * @param holders those around it that called it themselves, as Spring Security's chain does: the
 *     container knows only of them
 */
record RunningCode(@Nullable RunningObject innermost, List<RunningObject> holders) {
  private static final StackWalker STACK =
      StackWalker.getInstance(
          Set.of(
              StackWalker.Option.RETAIN_CLASS_REFERENCE,
              // Lambdas are filters, too.
              StackWalker.Option.SHOW_HIDDEN_FRAMES));

  /** Packages of code that calls filters and servlets as they are registered. */
  private static final List<String> CONTAINERS =
      List.of("org.apache.catalina.", "org.eclipse.jetty.", "org.springframework.mock.web.");

  static RunningCode onThisThread() {
    return STACK.walk(RunningCode::of);
  }

  private static RunningCode of(Stream<StackWalker.StackFrame> frames) {
    List<RunningObject> objects = new ArrayList<>();
    List<StackWalker.StackFrame> calls = new ArrayList<>();
    frames
        .filter(frame -> isPart(frame.getDeclaringClass()))
        .takeWhile(frame -> !isOfContainer(frame.getDeclaringClass()))
        .forEach(
            frame -> {
              boolean isChain = isChain(frame.getDeclaringClass());
              if (isChain || !RunningObject.mayRun(calls, frame.getDeclaringClass())) {
                addTo(objects, calls);
              }
              if (!isChain) {
                calls.add(frame);
              }
            });
    addTo(objects, calls);
    return objects.isEmpty()
        ? new RunningCode(null, List.of())
        : new RunningCode(objects.get(0), List.copyOf(objects.subList(1, objects.size())));
  }

  private static void addTo(List<RunningObject> objects, List<StackWalker.StackFrame> calls) {
    if (!calls.isEmpty()) {
      objects.add(RunningObject.of(calls));
      calls.clear();
    }
  }

  private static boolean isPart(Class<?> type) {
    return isFilter(type) || isServlet(type) || isChain(type) || isOfContainer(type);
  }

  /** Whether the container runs methods of that class as a servlet, at whatever depth. */
  static boolean isServing(Class<?> servlet) {
    return STACK.walk(
        frames ->
            frames
                .map(StackWalker.StackFrame::getDeclaringClass)
                .anyMatch(
                    type ->
                        isServlet(type)
                            && !type.isAssignableFrom(HttpServlet.class)
                            && type.isAssignableFrom(servlet)));
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

  /** The interceptor that runs before a handler does; null where it was called, or none is. */
  static @Nullable RunningObject interceptor() {
    return STACK.walk(
        frames -> {
          List<StackWalker.StackFrame> met = new ArrayList<>();
          boolean before =
              frames
                  .peek(
                      frame -> {
                        if (HandlerInterceptor.class.isAssignableFrom(frame.getDeclaringClass())) {
                          met.add(frame);
                        }
                      })
                  .anyMatch(
                      frame ->
                          frame.getDeclaringClass() == HandlerExecutionChain.class
                              && frame.getMethodName().equals("applyPreHandle"));
          return before && !met.isEmpty() ? innermostOf(met) : null;
        });
  }

  /** Others around it hold it, as Spring's MappedInterceptor does. */
  private static RunningObject innermostOf(List<StackWalker.StackFrame> met) {
    int end = 1;
    while (end < met.size()
        && RunningObject.mayRun(met.subList(0, end), met.get(end).getDeclaringClass())) {
      end++;
    }
    return RunningObject.of(met.subList(0, end));
  }

  boolean isServlet() {
    return innermost != null && isServlet(innermost.type());
  }

  /**
   * Whether the container has called the guard of a servlet of that class, and no filter, handler
   * or other servlet has.
   */
  static boolean isServletOfContainer(Class<?> guarded) {
    if (!isServlet(guarded)) {
      return false;
    }
    RunningCode running = onThisThread();
    return running.holders.isEmpty()
        && running.innermost != null
        && guarded.isAssignableFrom(running.innermost.type());
  }

  /** Whether a filter calls it itself, which may be another object than the container knows. */
  boolean isHeldByFilter() {
    return holders.stream().anyMatch(holder -> isFilter(holder.type()));
  }

  private static boolean isFilter(Class<?> type) {
    return Filter.class.isAssignableFrom(type) && !GateFilter.class.isAssignableFrom(type);
  }

  /** Some filters are servlets, too. */
  private static boolean isServlet(Class<?> type) {
    return Servlet.class.isAssignableFrom(type) && !Filter.class.isAssignableFrom(type);
  }

  private static boolean isChain(Class<?> type) {
    return FilterChain.class.isAssignableFrom(type);
  }

  /** Filters that hold others, as Spring Security's, have chains of their own. */
  private static boolean isOfContainer(Class<?> type) {
    return (isChain(type) || RequestDispatcher.class.isAssignableFrom(type))
        && CONTAINERS.stream().anyMatch(each -> FrameworkClasses.contain(type, each));
  }
}
