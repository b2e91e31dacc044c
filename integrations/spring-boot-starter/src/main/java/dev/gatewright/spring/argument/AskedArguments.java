package dev.gatewright.spring.argument;

import dev.gatewright.runtime.policy.AskedClass;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.guard.EndpointMethods;
import dev.gatewright.spring.guard.GuardClasses;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;

/**
 * Tells of which endpoints a guard asks something once their arguments are made: object policies,
 * keys of limits, constraints. What it refuses must not have changed anything by then. Thread-safe.
 */
public final class AskedArguments {
  private final Supplier<AskedTypes> types;
  private final Map<Endpoint, Boolean> known = new ConcurrentHashMap<>();

  private record Endpoint(Class<?> type, Method method) {}

  /**
   * Asks guards.
   *
   * @param beans where guards are, once all singletons are made
   */
  public AskedArguments(ConfigurableListableBeanFactory beans) {
    this.types = SingletonSupplier.of(() -> AskedTypes.of(beans, this::are));
  }

  /**
   * Whether the method that has a parameter is asked of, or the endpoint that is called after it.
   */
  boolean are(MethodParameter parameter, @Nullable HandlerMethod endpoint) {
    Method method = parameter.getMethod();
    return (method != null && are(parameter.getContainingClass(), method))
        || (endpoint != null && are(endpoint.getBeanType(), endpoint.getMethod()));
  }

  /** Whether a guard asks something about the arguments of its method. */
  boolean are(Class<?> type, Method method) {
    return GuardClasses.isGenerated(type)
        && known.computeIfAbsent(
            new Endpoint(type, method), each -> isAsked(each.type(), each.method()));
  }

  /**
   * A method of a guard, but of no endpoint of Spring MVC, that may be asked about such an object;
   * null where there is none.
   */
  @Nullable Method about(Class<?> object) {
    return types.get().about(object);
  }

  /** What is bound where Spring MVC binds a parameter. */
  static Class<?> typeOf(MethodParameter parameter) {
    return ResolvableType.forMethodParameter(parameter.nestedIfOptional()).toClass();
  }

  private boolean isAsked(Class<?> guard, Method method) {
    EndpointPolicy policy = EndpointMethods.policyOf(guard, method);
    return policy != null
        && (!policy.input().parameterNames().isEmpty()
            || !policy.asked().isEmpty()
            || asksAboutCallers(guard));
  }

  /**
   * Whether a guard has a policy or key that takes no argument but the caller. It is asked as late
   * as the others, and no policy of an endpoint says of which.
   */
  private static boolean asksAboutCallers(Class<?> guard) {
    Set<Class<?>> injected = new HashSet<>(GuardClasses.policiesOf(guard));
    List<EndpointPolicy> policies = GuardClasses.endpointPolicies(guard);
    policies.forEach(
        policy -> policy.asked().stream().map(AskedClass::type).forEach(injected::remove));
    return !injected.isEmpty();
  }
}
