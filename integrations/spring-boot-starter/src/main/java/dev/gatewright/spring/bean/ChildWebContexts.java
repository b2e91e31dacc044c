package dev.gatewright.spring.bean;

import dev.gatewright.runtime.Gate;
import dev.gatewright.spring.startup.StartUpException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Verifies that a child context which serves requests has Gatewright's filter and verification
 * itself where its parent has the gate: a filter of the parent stands before other servers only.
 */
final class ChildWebContexts {
  private static final String FILTER = "gatewrightExchangeFilter";
  private static final String VERIFIER = "gatewrightHandlerVerifier";

  /** Of an actuator's own port, in front of all its handlers. */
  private static final String MANAGEMENT_FILTER = "gatewrightManagementExchangeFilter";

  private ChildWebContexts() {}

  /**
   * Looks at a context, which need not be a child or serve requests.
   *
   * @throws StartUpException if requests would come in past Gatewright's filter
   */
  static void verify(ApplicationContext context) {
    ApplicationContext parent = context.getParent();
    if (parent != null
        && isOf("org.springframework.web.context.WebApplicationContext", context)
        && hasGate(parent)
        && (hasServer(context) || !parent.containsBean(VERIFIER))
        && !context.containsLocalBean(MANAGEMENT_FILTER)
        && !(context.containsLocalBean(FILTER) && context.containsLocalBean(VERIFIER))) {
      throw new StartUpException(
          "the application context '"
              + context.getId()
              + "' serves requests, but GatewrightAutoConfiguration is no part of it: the gate of"
              + " its parent does not stand before its handlers",
          "let the child context have the auto-configuration, too, by @EnableAutoConfiguration or"
              + " @ImportAutoConfiguration(GatewrightAutoConfiguration.class).");
    }
  }

  private static boolean hasGate(ListableBeanFactory beans) {
    return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, Gate.class, true, false)
            .length
        > 0;
  }

  private static boolean hasServer(ListableBeanFactory beans) {
    Class<?> factory =
        present("org.springframework.boot.web.server.servlet.ServletWebServerFactory");
    return factory != null && beans.getBeanNamesForType(factory, true, false).length > 0;
  }

  private static boolean isOf(String type, BeanFactory context) {
    Class<?> known = present(type);
    return known != null && known.isInstance(context);
  }

  private static @Nullable Class<?> present(String type) {
    ClassLoader loader = ChildWebContexts.class.getClassLoader();
    return ClassUtils.isPresent(type, loader) ? ClassUtils.resolveClassName(type, loader) : null;
  }
}
