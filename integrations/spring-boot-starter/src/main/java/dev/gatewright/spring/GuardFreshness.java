package dev.gatewright.spring;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.runtime.policy.AccessPolicy;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.util.ClassUtils;

/**
 * Verifies that a guard asks for no less than the annotations of the classes that are loaded: they
 * may have been compiled again since, without the processor, or come from another version of a
 * library. Looks at each endpoint once, at start-up.
 */
final class GuardFreshness {
  private GuardFreshness() {}

  /**
   * Compares a policy with the annotations that bear on its endpoint.
   *
   * @param guard the guard's class
   * @throws StartUpException if an annotation asks for more than the policy
   */
  static void verify(EndpointPolicy policy, Class<?> guard) {
    Method endpoint = EndpointMethods.of(policy, guard);
    int limits = 0;
    for (Class<?> type : typesOf(policy.type())) {
      Method declared =
          ClassUtils.getMethodIfAvailable(type, endpoint.getName(), endpoint.getParameterTypes());
      Method own = declared != null && declared.getDeclaringClass() == type ? declared : null;
      boolean opened = own != null && own.isAnnotationPresent(Public.class);
      List<AnnotatedElement> bearing = new ArrayList<>();
      if (own != null) {
        bearing.add(own);
      }
      bearing.add(type);
      for (AnnotatedElement element : bearing) {
        Secured secured = element.getDeclaredAnnotation(Secured.class);
        if (secured != null && !(element == type && opened) && asksForMore(secured, policy)) {
          throw stale(policy, guard, "@Secured at " + element);
        }
        limits += element.getDeclaredAnnotationsByType(RateLimited.class).length;
      }
    }
    if (limits > policy.limits().size()) {
      throw stale(policy, guard, "its " + limits + " @RateLimited");
    }
  }

  private static Set<Class<?>> typesOf(Class<?> type) {
    Set<Class<?>> types = new LinkedHashSet<>();
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      types.add(each);
    }
    types.addAll(List.of(ClassUtils.getAllInterfacesForClass(type)));
    return types;
  }

  private static boolean asksForMore(Secured secured, EndpointPolicy policy) {
    if (!(policy.access() instanceof AccessPolicy.Authenticated access)) {
      return true;
    }
    Set<String> roles = Set.copyOf(List.of(secured.roles()));
    return (!roles.isEmpty() && !access.roleGroups().contains(roles))
        || !access.scopes().containsAll(List.of(secured.scopes()))
        || (secured.mfa() && !access.mfa())
        || (!secured.acr().isEmpty() && !access.acrs().contains(secured.acr()))
        || (!secured.maxAuthAge().isEmpty() && access.maxAuthAge() == null);
  }

  private static StartUpException stale(EndpointPolicy policy, Class<?> guard, String declared) {
    return new StartUpException(
        guard.getName()
            + " is older than what it guards: "
            + declared
            + " asks for more than the guard of "
            + policy
            + " does",
        "compile "
            + policy.type().getName()
            + " again, with the annotation processor, from a clean build directory.");
  }
}
