package dev.gatewright.spring.guard;

import java.lang.reflect.Method;
import java.util.Set;

/**
 * Methods by which servlets and Spring's handlers take requests; the processor guards these, by the
 * same names, and no others where a servlet or handler is annotated as a whole.
 */
final class RequestMethods {
  private static final Set<String> TYPES =
      Set.of(
          "jakarta.servlet.Servlet",
          "javax.servlet.Servlet",
          "org.springframework.web.HttpRequestHandler",
          "org.springframework.web.servlet.mvc.Controller");

  private static final Set<String> NAMES =
      Set.of(
          "handleRequest",
          "handleRequestInternal",
          "getLastModified",
          "service",
          "doGet",
          "doHead",
          "doPost",
          "doPut",
          "doPatch",
          "doDelete",
          "doOptions",
          "doTrace",
          "doService",
          "doDispatch");

  private RequestMethods() {}

  /** Whether one of the types, a class and all that it inherits from, takes requests. */
  static boolean areIn(Set<Class<?>> types) {
    return types.stream().anyMatch(type -> TYPES.contains(type.getName()));
  }

  /** Whether the method is one of them; those of frameworks end in those of the application. */
  static boolean include(Method method) {
    String declaredIn = method.getDeclaringClass().getPackageName();
    return NAMES.contains(method.getName())
        && !declaredIn.startsWith("jakarta.servlet")
        && !declaredIn.startsWith("javax.servlet")
        && !declaredIn.startsWith("org.springframework.web");
  }
}
