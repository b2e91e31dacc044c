package dev.gatewright.spring.guard;

import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.policy.AskedClass;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.startup.StartUpException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that parameters have the names that a guard was generated from: it passes arguments to
 * policies and keys by place, and would ask about the wrong one.
 */
final class NameFreshness {
  private final EndpointPolicy policy;
  private final Class<?> guard;

  private NameFreshness(EndpointPolicy policy, Class<?> guard) {
    this.policy = policy;
    this.guard = guard;
  }

  /**
   * Compares names.
   *
   * @param declarations the endpoint's method; several where it is generic
   * @throws StartUpException if one differs, or is unknown where something is asked by it
   */
  static void verify(EndpointPolicy policy, List<Method> declarations, Class<?> guard) {
    NameFreshness freshness = new NameFreshness(policy, guard);
    List<Method> written = declarations.stream().map(NameFreshness::written).toList();
    if (policy.asked().isEmpty()) {
      freshness.verifyUnasked(written);
    } else {
      freshness.verifyAsked(written);
      policy.asked().forEach(freshness::verifyAsked);
    }
  }

  /** Compilers copy public methods of hidden superclasses, without the names of local variables. */
  private static Method written(Method method) {
    Class<?> declaring = method.getDeclaringClass().getSuperclass();
    while (method.isBridge() && declaring != null) {
      for (Method inherited : declaring.getDeclaredMethods()) {
        if (!inherited.isBridge()
            && inherited.getName().equals(method.getName())
            && Arrays.equals(inherited.getParameterTypes(), method.getParameterTypes())) {
          return inherited;
        }
      }
      declaring = declaring.getSuperclass();
    }
    return method;
  }

  /** Nothing depends on names that the class file does not tell. */
  private void verifyUnasked(List<Method> declarations) {
    List<String> names = policy.input().parameterNames();
    List<String> expected =
        names.isEmpty() ? ParameterNames.of(EndpointMethods.of(policy, guard)) : names;
    // Compilers make these up where a class file has none.
    boolean known = expected != null && !expected.contains("arg0");
    if (known
        && declarations.stream()
            .map(ParameterNames::of)
            .noneMatch(each -> each == null || each.equals(expected))) {
      throw other(policy.toString());
    }
  }

  private void verifyAsked(List<Method> declarations) {
    boolean same = false;
    for (Method method : declarations) {
      List<String> names = known(ParameterNames.of(method), method);
      Parameter[] parameters = method.getParameters();
      List<String> withBound = new ArrayList<>();
      for (int i = 0; i < parameters.length; i++) {
        withBound.add(ParameterNames.withBoundName(names.get(i), parameters[i]));
      }
      same |= withBound.equals(policy.names());
    }
    if (!same) {
      throw other(policy.toString());
    }
  }

  private void verifyAsked(AskedClass asked) {
    boolean same = false;
    for (Method method : methods(asked)) {
      List<String> names = known(ParameterNames.of(method), method);
      boolean callerFirst =
          method.getParameterCount() > 0 && method.getParameterTypes()[0] == Caller.class;
      same |= names.subList(callerFirst ? 1 : 0, names.size()).equals(asked.parameterNames());
    }
    if (!same) {
      throw other(asked.type().getSimpleName() + "." + asked.method());
    }
  }

  /** As the nearest class declares them: compilers copy methods of hidden superclasses. */
  private static List<Method> methods(AskedClass asked) {
    Class<?> declaring = asked.type();
    List<Method> found = List.of();
    while (found.isEmpty() && declaring != null) {
      found = methods(asked, declaring.getDeclaredMethods());
      declaring = declaring.getSuperclass();
    }
    return found.isEmpty() ? methods(asked, asked.type().getMethods()) : found;
  }

  private static List<Method> methods(AskedClass asked, Method... methods) {
    return Stream.of(methods)
        .filter(method -> method.getName().equals(asked.method()))
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
        .toList();
  }

  private List<String> known(@Nullable List<String> names, Method method) {
    if (names == null) {
      throw new StartUpException(
          guard.getName()
              + " cannot be compared with what it guards: it matches parameters by name, and the"
              + " class file of "
              + method.getDeclaringClass().getName()
              + " has no names of them",
          "compile " + method.getDeclaringClass().getName() + " with -parameters.");
    }
    return names;
  }

  private StartUpException other(String method) {
    return StaleGuard.older(
        guard.getName(),
        policy.type(),
        "the parameters of " + method + " have other names, or are in another order");
  }
}
