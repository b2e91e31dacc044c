package dev.gatewright.spring.guard;

import dev.gatewright.runtime.policy.AccessPolicy;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.guard.SuperCallReader.Signature;
import dev.gatewright.spring.guard.SuperCallReader.SuperCall;
import dev.gatewright.spring.startup.StartUpException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.BridgeMethodResolver;

/**
 * Verifies that neither a guarded class nor what it inherits from calls past the guard by {@code
 * super}. The processor refuses such calls where it sees sources; this sees what libraries, other
 * languages and other compilers made. Looks at each class once, at start-up.
 */
final class SuperCalls {
  private static final ClassValue<List<SuperCall>> CALLS =
      new ClassValue<>() {
        @Override
        protected List<SuperCall> computeValue(Class<?> type) {
          return SuperCallReader.callsIn(type);
        }
      };

  private final Class<?> guard;
  private final Map<Method, EndpointPolicy> policies = new HashMap<>();

  private SuperCalls(Class<?> guard, List<EndpointPolicy> policies) {
    this.guard = guard;
    policies.forEach(policy -> this.policies.put(EndpointMethods.of(policy, guard), policy));
  }

  /**
   * Looks at a guarded class and its supertypes.
   *
   * @param types the guarded class, then everything that it inherits from
   * @throws StartUpException if one of them calls past the guard
   */
  static void verify(Class<?> guard, List<EndpointPolicy> policies, Set<Class<?>> types) {
    SuperCalls calls = new SuperCalls(guard, policies);
    for (Class<?> type : types) {
      if (!FrameworkClasses.contain(type)) {
        CALLS.get(type).forEach(call -> calls.verify(call, type));
      }
    }
  }

  private void verify(SuperCall call, Class<?> type) {
    Method called = overriding(call.called(), type);
    EndpointPolicy asked = called == null ? null : policies.get(called);
    if (asked == null) {
      return;
    }
    for (Signature caller : call.callers()) {
      Method calling = caller == null ? null : overriding(caller, type);
      EndpointPolicy before = calling == null ? null : policies.get(calling);
      if (before != asked && !asksAll(before, asked)) {
        throw past(call, caller, asked, type);
      }
    }
  }

  private StartUpException past(
      SuperCall call, @Nullable Signature caller, EndpointPolicy asked, Class<?> type) {
    String called = call.called().name();
    return new StartUpException(
        (caller == null
                ? "an inner class of " + type.getName()
                : type.getName() + "." + caller.name())
            + " calls "
            + call.owner().replace('/', '.')
            + "."
            + called
            + " by super, past "
            + guard.getName()
            + ", which asks the policy of "
            + asked
            + " first",
        "call this."
            + called
            + "(..) instead, or secure the caller as well; what both need can be a method of its"
            + " own without Gatewright's annotations.");
  }

  /** The guard's method that callers of the object get; null where the guard has none. */
  private @Nullable Method overriding(Signature method, Class<?> type) {
    Class<?>[] parameters;
    try {
      parameters =
          MethodType.fromMethodDescriptorString(method.descriptor(), type.getClassLoader())
              .parameterArray();
    } catch (TypeNotPresentException absent) {
      return null;
    }
    if (isOwnOnly(type, method.name(), parameters)) {
      return null;
    }
    for (Class<?> each = guard; each != null; each = each.getSuperclass()) {
      Method declared = virtual(each, method.name(), parameters);
      if (declared != null) {
        Method bridged = BridgeMethodResolver.findBridgedMethod(declared);
        return bridged.getDeclaringClass() == guard
            ? bridged
            : virtual(guard, bridged.getName(), bridged.getParameterTypes());
      }
    }
    return null;
  }

  /** Whether the type's own method of that signature cannot be overridden. */
  private static boolean isOwnOnly(Class<?> type, String name, Class<?>[] parameters) {
    for (Method each : type.getDeclaredMethods()) {
      if (each.getName().equals(name)
          && List.of(each.getParameterTypes()).equals(List.of(parameters))) {
        return !isVirtual(each);
      }
    }
    return false;
  }

  /** The method that a class declares; rather the one that is no bridge to it. */
  private static @Nullable Method virtual(Class<?> type, String name, Class<?>[] parameters) {
    Method found = null;
    for (Method each : type.getDeclaredMethods()) {
      if (each.getName().equals(name)
          && List.of(each.getParameterTypes()).equals(List.of(parameters))
          && isVirtual(each)
          && (found == null || found.isBridge())) {
        found = each;
      }
    }
    return found;
  }

  private static boolean isVirtual(Method method) {
    return (method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0;
  }

  /**
   * Whether the caller's policy asks everything that the called one asks. What is asked about
   * arguments, or counted, is asked about other arguments, or counted twice.
   */
  private static boolean asksAll(@Nullable EndpointPolicy caller, EndpointPolicy called) {
    boolean inAccess =
        called.access() instanceof AccessPolicy.Open
            || (caller != null
                && caller.access() instanceof AccessPolicy.Authenticated more
                && called.access() instanceof AccessPolicy.Authenticated less
                && asksAll(more, less));
    boolean inLimits =
        called.limits().isEmpty()
            || (caller != null && caller.limits().containsAll(called.limits()));
    return inAccess
        && inLimits
        && called.asked().isEmpty()
        && called.input().parameterNames().isEmpty();
  }

  private static boolean asksAll(AccessPolicy.Authenticated more, AccessPolicy.Authenticated less) {
    boolean schemes =
        less.schemes().isEmpty()
            || (!more.schemes().isEmpty() && less.schemes().containsAll(more.schemes()));
    boolean roles =
        less.roleGroups().stream()
            .allMatch(group -> more.roleGroups().stream().anyMatch(group::containsAll));
    Duration wanted = less.maxAuthAge();
    Duration asked = more.maxAuthAge();
    boolean age = wanted == null || (asked != null && asked.compareTo(wanted) <= 0);
    return schemes
        && roles
        && age
        && more.scopes().containsAll(less.scopes())
        && (!less.mfa() || more.mfa())
        && more.acrs().containsAll(less.acrs());
  }
}
