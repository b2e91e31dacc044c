package dev.gatewright.spring.bean;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.springframework.aop.framework.ProxyProcessorSupport;
import org.springframework.util.ClassUtils;

/** Knows as Spring AOP does by which interfaces a class may have proxies. */
final class ProxyInterfaces extends ProxyProcessorSupport {
  private static final long serialVersionUID = 1L;

  private ProxyInterfaces() {}

  /** Whether one of them has a method that is final in the class: no subclass can advise it. */
  static boolean haveFinalMethods(Class<?> type) {
    ProxyInterfaces spring = new ProxyInterfaces();
    for (Class<?> each : ClassUtils.getAllInterfacesForClass(type)) {
      if (!spring.isConfigurationCallbackInterface(each)
          && !spring.isInternalLanguageInterface(each)) {
        for (Method method : each.getMethods()) {
          if (Modifier.isFinal(ClassUtils.getMostSpecificMethod(method, type).getModifiers())) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
