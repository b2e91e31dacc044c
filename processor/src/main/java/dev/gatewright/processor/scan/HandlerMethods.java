package dev.gatewright.processor.scan;

import java.util.List;
import java.util.Set;

/**
 * Methods by which classes take requests that nothing maps: servlets, and Spring's own interfaces
 * for handlers.
 */
final class HandlerMethods {
  private static final Set<String> TYPES =
      Set.of(
          "jakarta.servlet.Servlet",
          "javax.servlet.Servlet",
          "org.springframework.web.HttpRequestHandler",
          "org.springframework.web.servlet.mvc.Controller");

  private static final Set<String> METHODS =
      Set.of(
          "handleRequest",
          "handleRequestInternal",
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

  private HandlerMethods() {}

  /** Those that the application itself declares, as frameworks' own end in them. */
  static List<Member> of(Hierarchy hierarchy, List<Member> all) {
    boolean takesRequests =
        hierarchy.supertypes().stream()
            .anyMatch(type -> TYPES.contains(type.getQualifiedName().toString()));
    return takesRequests ? all.stream().filter(HandlerMethods::isOne).toList() : List.of();
  }

  private static boolean isOne(Member member) {
    String declaredIn = ElementNames.packageOf(member.declaredIn());
    boolean ofFramework =
        declaredIn.startsWith("jakarta.servlet")
            || declaredIn.startsWith("javax.servlet")
            || declaredIn.startsWith("org.springframework.web");
    return !ofFramework && METHODS.contains(member.method().getSimpleName().toString());
  }
}
