package dev.gatewright.spring.guard;

import dev.gatewright.runtime.policy.EndpointPolicy;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.BridgeMethodResolver;
import org.springframework.util.ClassUtils;

/**
 * Finds the policy of the endpoint that is about to be called, by its exact method: another method
 * that would take the same arguments is another endpoint. Thread-safe.
 */
public final class EndpointMethods {
  /** Of a guard's class, the policies of the methods that ask one. */
  private static final ClassValue<Map<Method, EndpointPolicy>> POLICIES =
      new ClassValue<>() {
        @Override
        protected Map<Method, EndpointPolicy> computeValue(Class<?> guard) {
          Map<Method, EndpointPolicy> known = new HashMap<>();
          for (EndpointPolicy policy : GuardClasses.endpointPolicies(guard)) {
            known.put(of(policy, guard), policy);
          }
          return Map.copyOf(known);
        }
      };

  private EndpointMethods() {}

  /**
   * The policy of a method of a guard's class, which may not have been made yet; null where the
   * guard knows nothing of it.
   *
   * @param method as the guard's class has it
   */
  public static @Nullable EndpointPolicy policyOf(Class<?> type, Method method) {
    Map<Method, EndpointPolicy> known = POLICIES.get(type);
    EndpointPolicy policy = known.get(method);
    return policy != null || !method.isBridge()
        ? policy
        : known.get(BridgeMethodResolver.findBridgedMethod(method));
  }

  /**
   * The method of a guard's class that overrides the endpoint's.
   *
   * @throws IllegalStateException if there is none
   */
  public static Method of(EndpointPolicy policy, Class<?> guard) {
    try {
      Method own =
          guard.getDeclaredMethod(policy.method(), policy.parameters().toArray(Class<?>[]::new));
      if (!own.isBridge()) {
        return own;
      }
    } catch (NoSuchMethodException generic) {
      // It has other parameters in its declaring type than in the guard.
    }
    Method declared = policy.declaration();
    if (declared == null) {
      throw new IllegalStateException(policy + " has no such method");
    }
    return BridgeMethodResolver.findBridgedMethod(
        ClassUtils.getMostSpecificMethod(declared, guard));
  }
}
