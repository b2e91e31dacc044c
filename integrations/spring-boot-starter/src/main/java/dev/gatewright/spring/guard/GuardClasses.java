package dev.gatewright.spring.guard;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.objenesis.SpringObjenesis;

/** Finds the guards that the processor generated, by name and by {@link GuardOf}. */
public final class GuardClasses {
  /** No constructor is needed: the policies are constants of the class. */
  private static final ClassValue<List<EndpointPolicy>> POLICIES =
      new ClassValue<>() {
        @Override
        protected List<EndpointPolicy> computeValue(Class<?> guard) {
          return List.copyOf(((Guard) INSTANCES.newInstance(guard)).endpointPolicies());
        }
      };

  private static final SpringObjenesis INSTANCES = new SpringObjenesis();

  private GuardClasses() {}

  /** {@code bank.Branch.Accounts} is guarded by {@code bank.Branch_AccountsGuard}. */
  public static String nameFor(Class<?> guarded) {
    StringBuilder name = new StringBuilder(guarded.getSimpleName()).append("Guard");
    for (Class<?> outer = guarded.getEnclosingClass();
        outer != null;
        outer = outer.getEnclosingClass()) {
      name.insert(0, outer.getSimpleName() + "_");
    }
    String packageName = guarded.getPackageName();
    return packageName.isEmpty() ? name.toString() : packageName + "." + name;
  }

  /** The guard; null where there is none. */
  public static @Nullable Class<?> find(Class<?> guarded) {
    try {
      Class<?> guard = Class.forName(nameFor(guarded), false, guarded.getClassLoader());
      GuardOf of = guard.getAnnotation(GuardOf.class);
      return of != null
              && of.value() == guarded
              && guarded.isAssignableFrom(guard)
              && isGuard(guard)
          ? guard
          : null;
    } catch (ClassNotFoundException absent) {
      return null;
    } catch (LinkageError changed) {
      if (!AnnotationCopies.isNamed(GuardOf.class, nameFor(guarded), guarded.getClassLoader())) {
        // Others may be called so, too.
        return null;
      }
      throw StaleGuard.older(
          nameFor(guarded),
          guarded,
          "it cannot extend it as it is by now: " + changed.getMessage());
    }
  }

  public static boolean isGuard(Class<?> type) {
    return Guard.class.isAssignableFrom(type);
  }

  /** Whether the class is what the processor wrote, not a subclass that may answer instead. */
  public static boolean isGenerated(Class<?> type) {
    return isGuard(type) && type.isAnnotationPresent(GuardOf.class);
  }

  /** The policies of a guard's endpoints; without an instance, as one may be made only later. */
  public static List<EndpointPolicy> endpointPolicies(Class<?> guard) {
    return POLICIES.get(guard);
  }

  /** What the guard's constructors want after the gate: its object-level policies. */
  public static List<Class<?>> policiesOf(Class<?> guard) {
    List<Class<?>> policies = new ArrayList<>();
    for (Constructor<?> constructor : guard.getDeclaredConstructors()) {
      List<Class<?>> parameters = List.of(constructor.getParameterTypes());
      int gate = parameters.lastIndexOf(Gate.class);
      for (Class<?> policy : parameters.subList(gate + 1, parameters.size())) {
        if (gate >= 0 && !policies.contains(policy)) {
          policies.add(policy);
        }
      }
    }
    return policies;
  }
}
