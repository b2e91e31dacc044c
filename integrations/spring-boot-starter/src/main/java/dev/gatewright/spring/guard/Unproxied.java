package dev.gatewright.spring.guard;

import dev.gatewright.runtime.policy.EndpointPolicy;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.SpringProxy;
import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.target.SingletonTargetSource;
import org.springframework.cglib.proxy.Callback;
import org.springframework.cglib.proxy.Factory;
import org.springframework.util.ClassUtils;

/**
 * The object that calls come to in the end, behind all proxies of Spring AOP that stand before it.
 *
 * @param type its class; of an object that is made or chosen only later, what its source says
 * @param target the object; null where it is made or chosen only later
 * @param proxies what stands before it, outermost first
 */
public record Unproxied(Class<?> type, @Nullable Object target, List<Advised> proxies) {
  private static final String OF_INTERFACES =
      "org.springframework.aop.framework.JdkDynamicAopProxy";
  private static final String OF_CLASSES = "org.springframework.aop.framework.CglibAopProxy$";
  private static final String BY_SPRING = "$$SpringCGLIB$$";
  private static final String BY_MOCKITO = "$MockitoMock$";

  /** Spring extends configuration classes, and classes with look-up methods or replaced ones. */
  private static final ClassValue<Class<?>> EXTENDED =
      new ClassValue<>() {
        @Override
        protected Class<?> computeValue(Class<?> type) {
          Class<?> parent = type.getSuperclass();
          return overridesEndpoint(type, parent) ? type : parent;
        }
      };

  /** Looks behind the proxies. Asks no object what it is, as any could say anything. */
  public static Unproxied of(Object bean) {
    if (!(bean instanceof SpringProxy)) {
      return new Unproxied(classOf(bean), bean, List.of());
    }
    List<Advised> proxies = new ArrayList<>();
    Object each = bean;
    while (isOfSpring(each)) {
      Advised proxy = (Advised) each;
      proxies.add(proxy);
      TargetSource source = proxy.getTargetSource();
      Object target =
          source.getClass() == SingletonTargetSource.class
              ? ((SingletonTargetSource) source).getTarget()
              : null;
      if (target == null) {
        Class<?> type = source.getTargetClass();
        return new Unproxied(
            type == null ? each.getClass() : ClassUtils.getUserClass(type), null, proxies);
      }
      each = target;
    }
    return new Unproxied(classOf(each), each, proxies);
  }

  /** Whether calls come to a guard as the processor wrote it. */
  public boolean isGuard() {
    return GuardClasses.isGenerated(type);
  }

  /** The same, where the object that is made later will be the guard of the type that is known. */
  public Unproxied ofGuard() {
    Class<?> guard = target == null ? GuardClasses.find(type) : null;
    return guard == null ? this : new Unproxied(guard, null, proxies);
  }

  /** Whether Spring AOP has made the object, and lets anybody look into it. */
  private static boolean isOfSpring(Object object) {
    if (!(object instanceof SpringProxy) || !(object instanceof Advised)) {
      return false;
    }
    if (Proxy.isProxyClass(object.getClass())) {
      return Proxy.getInvocationHandler(object).getClass().getName().equals(OF_INTERFACES);
    }
    return object instanceof Factory made
        && Arrays.stream(made.getCallbacks())
            .map(Callback::getClass)
            .allMatch(callback -> callback.getName().startsWith(OF_CLASSES));
  }

  /** The object's class; where Spring or a test has extended that, what was extended. */
  private static Class<?> classOf(Object object) {
    Class<?> type = object.getClass();
    if (type.getName().contains(BY_SPRING)) {
      return EXTENDED.get(type);
    }
    return type.getName().contains(BY_MOCKITO) && MockitoMocks.contain(object)
        ? type.getSuperclass()
        : type;
  }

  private static boolean overridesEndpoint(Class<?> type, Class<?> parent) {
    return GuardClasses.isGenerated(parent)
        && GuardClasses.endpointPolicies(parent).stream()
            .anyMatch(policy -> declares(type, policy, parent));
  }

  private static boolean declares(Class<?> type, EndpointPolicy policy, Class<?> guard) {
    Method endpoint = EndpointMethods.of(policy, guard);
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(endpoint.getName()))
        .anyMatch(
            method -> Arrays.equals(method.getParameterTypes(), endpoint.getParameterTypes()));
  }
}
