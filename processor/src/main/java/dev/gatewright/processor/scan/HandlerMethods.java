package dev.gatewright.processor.scan;

import java.util.Set;
import javax.lang.model.element.Modifier;

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

  private HandlerMethods() {}

  /** Whether instances of the type take requests. */
  static boolean isHandler(Hierarchy hierarchy) {
    return hierarchy.supertypes().stream()
        .anyMatch(type -> TYPES.contains(type.getQualifiedName().toString()));
  }

  /**
   * Whether requests reach the method of a handler. It must be one that the application itself
   * declares, as frameworks' own end in those.
   */
  static boolean isOne(Member member) {
    Set<Modifier> modifiers = member.method().getModifiers();
    String declaredIn = ElementNames.packageOf(member.declaredIn());
    boolean ofFramework =
        declaredIn.startsWith("jakarta.servlet")
            || declaredIn.startsWith("javax.servlet")
            || declaredIn.startsWith("org.springframework.web");
    return !ofFramework
        && !modifiers.contains(Modifier.PRIVATE)
        && !modifiers.contains(Modifier.STATIC)
        && METHODS.contains(member.method().getSimpleName().toString());
  }
}
