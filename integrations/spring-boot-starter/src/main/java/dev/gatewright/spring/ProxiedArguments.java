package dev.gatewright.spring;

import dev.gatewright.runtime.input.InputValidator;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.SpringProxy;
import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.target.SimpleBeanTargetSource;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Validates, in the place of a proxy, the object behind it: a proxy has fields of its own, which
 * nobody sets. Knows those of Spring AOP, also of scoped beans, and of Hibernate.
 *
 * @param validator validates
 */
record ProxiedArguments(InputValidator validator) implements InputValidator {
  private static final String BY_HIBERNATE = "org.hibernate.proxy.HibernateProxy";

  @Override
  public void validate(
      EndpointPolicy policy, Object endpoint, @Nullable Object[] arguments, Found found) {
    List<@Nullable Object> objects = new ArrayList<>();
    for (Object argument : arguments) {
      objects.add(argument == null ? null : behind(argument));
    }
    validator.validate(policy, endpoint, objects.toArray(), found);
  }

  /** The object that calls come to in the end; a proxy that cannot be looked behind itself. */
  private static Object behind(Object argument) {
    Object object = argument;
    while (object instanceof SpringProxy && object instanceof Advised proxy) {
      Object target = target(proxy.getTargetSource());
      if (target == null) {
        return object;
      }
      object = target;
    }
    Class<?> byHibernate = hibernateProxy(object.getClass());
    return byHibernate == null ? object : unproxied(object, byHibernate);
  }

  /** Null where each call may come to another object. */
  private static @Nullable Object target(TargetSource source) {
    if (!source.isStatic() && !(source instanceof SimpleBeanTargetSource)) {
      return null;
    }
    try {
      return source.getTarget();
    } catch (Exception failed) {
      throw new IllegalStateException("The object behind a proxy cannot be validated", failed);
    }
  }

  private static @Nullable Class<?> hibernateProxy(Class<?> type) {
    return Arrays.stream(type.getInterfaces())
        .filter(each -> each.getName().equals(BY_HIBERNATE))
        .findFirst()
        .orElse(null);
  }

  /** Hibernate may be absent. */
  private static Object unproxied(Object entity, Class<?> proxy) {
    Class<?> hibernate =
        ClassUtils.resolveClassName("org.hibernate.Hibernate", proxy.getClassLoader());
    Method unproxy = ReflectionUtils.findMethod(hibernate, "unproxy", Object.class);
    Object object = unproxy == null ? null : ReflectionUtils.invokeMethod(unproxy, null, entity);
    return object == null ? entity : object;
  }
}
