package dev.gatewright.processor.scan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The web frameworks whose routes are known, and whether an adapter lets guards decide there. */
enum MappingFramework {
  /** {@code @RequestMapping} and, in controllers, {@code @HttpExchange}, with what bears them. */
  SPRING_MVC("Spring MVC", null),
  /** Request method designators and {@code @Path}. */
  JAKARTA_REST("Jakarta REST", "jakarta-rest"),
  /** The same in the name space before Jakarta's. */
  JAVAX_REST("JAX-RS", "javax-rest");

  private final String title;

  /** What the application calls an adapter of its own; null where there is one of ours. */
  private final @Nullable String adapter;

  MappingFramework(String title, @Nullable String adapter) {
    this.title = title;
    this.adapter = adapter;
  }

  String title() {
    return title;
  }

  Optional<String> adapter() {
    return Optional.ofNullable(adapter);
  }

  RouteReader routes(AnnotationNames annotations) {
    return switch (this) {
      case SPRING_MVC -> new SpringRoutes(annotations);
      case JAKARTA_REST -> new JaxRsRoutes(annotations, "jakarta.ws.rs");
      case JAVAX_REST -> new JaxRsRoutes(annotations, "javax.ws.rs");
    };
  }

  /** The names by which an application says that it has an adapter of its own. */
  static List<String> adapters() {
    return Arrays.stream(values()).flatMap(each -> each.adapter().stream()).toList();
  }
}
