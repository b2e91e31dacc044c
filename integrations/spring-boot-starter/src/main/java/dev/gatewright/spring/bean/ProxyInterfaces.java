package dev.gatewright.spring.bean;

import org.springframework.aop.framework.ProxyProcessorSupport;
import org.springframework.util.ClassUtils;

/** Knows as Spring AOP does whether a class may have proxies of its interfaces. */
final class ProxyInterfaces extends ProxyProcessorSupport {
  private static final long serialVersionUID = 1L;

  private ProxyInterfaces() {}

  /** Whether one of its interfaces is not only there for the container or the language. */
  static boolean areOf(Class<?> type) {
    ProxyInterfaces spring = new ProxyInterfaces();
    for (Class<?> each : ClassUtils.getAllInterfacesForClass(type)) {
      if (!spring.isConfigurationCallbackInterface(each)
          && !spring.isInternalLanguageInterface(each)
          && each.getMethods().length > 0) {
        return true;
      }
    }
    return false;
  }
}
