package dev.gatewright.spring.bean;

import java.lang.reflect.Field;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.springframework.aop.support.DelegatePerTargetObjectIntroductionInterceptor;
import org.springframework.util.ReflectionUtils;

/** Tells which objects others will make that are there at the start, without having them made. */
final class LaterObjects {
  private LaterObjects() {}

  /** The classes of what an introduction, or a loader of services, makes; none of other objects. */
  static Stream<Class<?>> typesMadeBy(Object maker) {
    if (maker instanceof DelegatePerTargetObjectIntroductionInterceptor) {
      return introducedBy(maker);
    }
    return maker instanceof ServiceLoader<?> services ? providersOf(services) : Stream.empty();
  }

  /** Spring makes an object of it for each bean. */
  private static Stream<Class<?>> introducedBy(Object introduction) {
    Field type =
        ReflectionUtils.findField(
            DelegatePerTargetObjectIntroductionInterceptor.class, "defaultImplType");
    return type != null
            && type.trySetAccessible()
            && ReflectionUtils.getField(type, introduction) instanceof Class<?> made
        ? Stream.of(made)
        : Stream.empty();
  }

  private static Stream<Class<?>> providersOf(ServiceLoader<?> services) {
    try {
      return services.stream().<Class<?>>map(ServiceLoader.Provider::type).toList().stream();
    } catch (ServiceConfigurationError incomplete) {
      // It fails in the same way for the application.
      return Stream.empty();
    }
  }
}
