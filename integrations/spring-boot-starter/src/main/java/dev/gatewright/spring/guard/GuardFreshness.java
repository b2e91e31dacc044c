package dev.gatewright.spring.guard;

import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.startup.StartUpException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.BridgeMethodResolver;
import org.springframework.util.ClassUtils;

/**
 * Verifies that a guard was generated from the annotations that the loaded classes bear: they may
 * have been compiled again since, without the processor, or come from another version of a library.
 * Looks at each guard once, at start-up.
 */
public final class GuardFreshness {
  private GuardFreshness() {}

  /**
   * Compares a guard with the classes that it guards.
   *
   * @throws StartUpException if it is older, or newer
   */
  public static void verify(Class<?> guard, List<EndpointPolicy> policies) {
    GuardOf of = guard.getAnnotation(GuardOf.class);
    if (of == null) {
      throw new IllegalArgumentException(guard + " was not generated");
    }
    Class<?> guarded = of.value();
    Set<Class<?>> types = typesOf(guarded);
    if (!AnnotationDigest.of(types).equals(of.annotations())) {
      throw StaleGuard.older(
          guard,
          guarded,
          "it was generated from other annotations than those that "
              + guarded.getName()
              + " and its supertypes bear");
    }
    policies.forEach(policy -> verifyPolicy(policy, guard, types));
    Set<String> leftAlone = new HashSet<>();
    for (String each : of.leftAlone()) {
      LeftAloneMethod method = LeftAloneMethod.of(each);
      if (!method.isLeftAlone(types)) {
        throw StaleGuard.older(
            guard, guarded, "the container does not set it up by " + each + " any more");
      }
      leftAlone.add(method.signature());
    }
    boolean mapped = policies.stream().anyMatch(policy -> !policy.route().equals(policy.id()));
    if (!mapped && types.stream().anyMatch(GuardAnnotations::bears)) {
      boolean handler = RequestMethods.areIn(types);
      for (Class<?> type : types) {
        Stream.of(type.getDeclaredMethods())
            .filter(GuardFreshness::isReachable)
            .filter(method -> !leftAlone.contains(AnnotationDigest.signature(method)))
            .filter(method -> !handler || RequestMethods.include(method))
            .forEach(method -> verifyMethod(method, guard, guarded));
      }
    }
  }

  /**
   * Requires that the guard overrides the method: a method is another one to the virtual machine as
   * soon as it returns another type.
   */
  private static void verifyPolicy(EndpointPolicy policy, Class<?> guard, Set<Class<?>> types) {
    Method declaration = policy.declaration();
    if (declaration == null
        ? types.stream().allMatch(type -> generic(policy, type, guard).findAny().isEmpty())
        : !overrides(guard, declaration)) {
      throw StaleGuard.older(
          guard, policy.type(), "it does not override " + policy + " as its class has it by now");
    }
    List<Method> declarations =
        declaration != null
            ? List.of(declaration)
            : types.stream().flatMap(type -> generic(policy, type, guard)).toList();
    NameFreshness.verify(policy, declarations, guard);
  }

  /**
   * Methods of the type that are the endpoint's, with parameters that a bridge of the guard has.
   */
  private static Stream<Method> generic(EndpointPolicy policy, Class<?> type, Class<?> guard) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(policy.method()))
        .filter(method -> overrides(guard, method))
        .filter(
            method ->
                List.of(
                        BridgeMethodResolver.getMostSpecificMethod(method, guard)
                            .getParameterTypes())
                    .equals(policy.parameters()));
  }

  private static boolean overrides(Class<?> guard, Method method) {
    int modifiers = method.getModifiers();
    return !Modifier.isStatic(modifiers)
        && !Modifier.isPrivate(modifiers)
        && !Modifier.isFinal(modifiers)
        && (Modifier.isPublic(modifiers)
            || Modifier.isProtected(modifiers)
            || method.getDeclaringClass().getPackageName().equals(guard.getPackageName()))
        && Stream.of(guard.getDeclaredMethods()).anyMatch(own -> isSame(own, method));
  }

  private static boolean isSame(Method one, Method other) {
    return one.getName().equals(other.getName())
        && one.getReturnType() == other.getReturnType()
        && Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
  }

  /**
   * Where no method is mapped, annotations of a type reach every method of an instance that the
   * guard does not say it leaves alone; of a handler, those by which it takes requests.
   */
  private static void verifyMethod(Method method, Class<?> guard, Class<?> guarded) {
    if (!overrides(guard, ClassUtils.getMostSpecificMethod(method, guarded))) {
      throw StaleGuard.older(guard, guarded, "it does not know " + method);
    }
  }

  private static boolean isReachable(Method method) {
    int modifiers = method.getModifiers();
    return !method.isSynthetic()
        && !Modifier.isPrivate(modifiers)
        && !Modifier.isStatic(modifiers)
        && !method.getDeclaringClass().getName().startsWith("java.")
        && !isOfObject(method);
  }

  private static boolean isOfObject(Method method) {
    try {
      Method known = Object.class.getDeclaredMethod(method.getName(), method.getParameterTypes());
      return !method.getDeclaringClass().isInterface() || Modifier.isPublic(known.getModifiers());
    } catch (NoSuchMethodException own) {
      return false;
    }
  }

  private static Set<Class<?>> typesOf(Class<?> type) {
    Set<Class<?>> types = new LinkedHashSet<>();
    add(type, types);
    return types;
  }

  private static void add(Class<?> type, Set<Class<?>> types) {
    if (type != Object.class && types.add(type)) {
      if (type.getSuperclass() != null) {
        add(type.getSuperclass(), types);
      }
      for (Class<?> inherited : type.getInterfaces()) {
        add(inherited, types);
      }
    }
  }
}
