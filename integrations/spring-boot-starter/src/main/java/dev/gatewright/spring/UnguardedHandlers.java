package dev.gatewright.spring;

import java.util.ArrayList;
import java.util.List;
import org.springframework.util.ClassUtils;

/** The request handlers that may stay without a guard. Immutable. */
final class UnguardedHandlers {
  private static final String ERROR_PAGES =
      "org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController";

  /** Spring MVC's own answer to OPTIONS: the methods, which a 405 tells as well, and no more. */
  private static final String OPTIONS =
      "org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping$HttpOptionsHandler";

  private final List<String> names;

  UnguardedHandlers(List<String> configured) {
    List<String> all = new ArrayList<>(configured);
    all.add(ERROR_PAGES);
    all.add(OPTIONS);
    this.names = List.copyOf(all);
  }

  boolean contain(Class<?> handler) {
    String handlerName = ClassUtils.getUserClass(handler).getName();
    for (String name : names) {
      if (handlerName.equals(name)
          || handlerName.startsWith(name + ".")
          || handlerName.startsWith(name + "$")) {
        return true;
      }
    }
    return false;
  }
}
