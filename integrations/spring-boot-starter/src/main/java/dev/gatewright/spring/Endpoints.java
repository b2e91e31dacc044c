package dev.gatewright.spring;

import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** Finds the policy of the endpoint that Spring MVC is about to call. Thread-safe. */
final class Endpoints {
  private final Map<Method, EndpointPolicy> policies = new ConcurrentHashMap<>();

  /**
   * The policy of a guard's handler method.
   *
   * @throws IllegalStateException if the guard has none for it
   */
  EndpointPolicy policyOf(Guard guard, HandlerMethod handler) {
    Method method = handler.getMethod();
    EndpointPolicy known = policies.get(method);
    if (known != null) {
      return known;
    }
    EndpointPolicy found = find(guard.endpointPolicies(), method);
    if (found == null) {
      throw new IllegalStateException("no policy for " + handler.getShortLogMessage());
    }
    policies.put(method, found);
    return found;
  }

  static @Nullable EndpointPolicy find(List<EndpointPolicy> policies, Method method) {
    List<Class<?>> parameters = Arrays.asList(method.getParameterTypes());
    EndpointPolicy found = null;
    for (EndpointPolicy policy : policies) {
      if (!policy.method().equals(method.getName())) {
        continue;
      }
      if (policy.parameters().equals(parameters)) {
        return policy;
      }
      // A generic method as its declaring type has it; the guard's own has the actual types.
      if (accepts(policy.parameters(), parameters)) {
        if (found != null) {
          return null;
        }
        found = policy;
      }
    }
    return found;
  }

  private static boolean accepts(List<Class<?>> declared, List<Class<?>> actual) {
    if (declared.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < declared.size(); i++) {
      if (!declared.get(i).isAssignableFrom(actual.get(i))) {
        return false;
      }
    }
    return true;
  }
}
