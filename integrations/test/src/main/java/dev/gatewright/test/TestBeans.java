package dev.gatewright.test;

import dev.gatewright.runtime.Gate;
import jakarta.servlet.ServletContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Finds this module's objects in the application context of a test. */
final class TestBeans {
  private TestBeans() {}

  /**
   * Finds one beside the gate, which may be in a parent context.
   *
   * @return null where there is no gate
   */
  static <T> @Nullable T find(ApplicationContext context, Class<T> type) {
    for (ApplicationContext each = context; each != null; each = each.getParent()) {
      if (each.getBeanNamesForType(Gate.class, true, false).length > 0) {
        return each.getBeanProvider(type).getIfAvailable();
      }
    }
    return null;
  }

  /**
   * Finds one in the application of a MockMvc request.
   *
   * @throws IllegalStateException if the application has no gate, or was started without this
   *     module
   */
  static <T> T of(ServletContext servlets, Class<T> type) {
    ApplicationContext context = WebApplicationContextUtils.getWebApplicationContext(servlets);
    T found = context == null ? null : find(context, type);
    if (found == null) {
      throw new IllegalStateException(
          "the request goes to no application that Gatewright guards in a test: callers of tests"
              + " mean nothing there. Fix: let Spring's test framework start the application, as"
              + " @SpringBootTest and @WebMvcTest do; a standalone MockMvc has none.");
    }
    return found;
  }
}
