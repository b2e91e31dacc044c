package dev.gatewright.spring.guard;

import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.startup.StartUpException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    Set<Class<?>> types = ReachedMethods.typesOf(guarded);
    GuardAnnotations.verifyNoneIsBorne(types);
    verifyNotWoven(guard);
    if (!AnnotationDigest.of(types).equals(of.annotations())) {
      throw StaleGuard.older(
          guard,
          guarded,
          "it was generated from other annotations than those that "
              + guarded.getName()
              + " and its supertypes bear");
    }
    DefaultGroups.verify(guard, guarded);
    Set<String> leftAlone = new HashSet<>();
    for (String each : of.leftAlone()) {
      LeftAloneMethod method = LeftAloneMethod.of(each);
      if (!method.isLeftAlone(types)) {
        throw StaleGuard.older(
            guard, guarded, "the container does not set it up by " + each + " any more");
      }
      leftAlone.add(method.signature());
    }
    ReachedMethods reached = ReachedMethods.of(types);
    List<Method> methods = new ArrayList<>();
    for (Class<?> type : types) {
      Collections.addAll(methods, type.getDeclaredMethods());
    }
    for (Method method : methods) {
      if (isOfOtherLoader(method, guard) && (reached.include(method) || declares(guard, method))) {
        refuseSplit(method, guard);
      }
    }
    for (EndpointPolicy policy : policies) {
      verifyPolicy(policy, guard, methods);
    }
    for (Method method : methods) {
      if (reached.include(method) && !leftAlone.contains(AnnotationDigest.signature(method))) {
        verifyMethod(method, guard, guarded);
      }
    }
    SuperCalls.verify(guard, policies, types);
  }

  /**
   * Whether the class of an object that the guard of an interface calls bears annotations of ours
   * that the guard was not generated from, as neither the interface nor its supertypes bear them.
   */
  public static boolean lacksAnnotationsOf(Class<?> called, Class<?> guarded) {
    Set<Class<?>> types = ReachedMethods.typesOf(called);
    types.removeAll(ReachedMethods.typesOf(guarded));
    for (Class<?> type : types) {
      if (GuardAnnotations.bears(type)) {
        return true;
      }
      for (Method method : type.getDeclaredMethods()) {
        if (GuardAnnotations.bears(method)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Requires that the guard overrides the method: a method is another one to the virtual machine as
   * soon as it returns another type.
   */
  private static void verifyPolicy(EndpointPolicy policy, Class<?> guard, List<Method> methods) {
    Method declaration = policy.declaration();
    List<Method> declarations =
        declaration == null
            ? generic(policy, methods, guard)
            : overrides(guard, declaration) ? List.of(declaration) : List.of();
    if (declarations.isEmpty()) {
      throw StaleGuard.older(
          guard, policy.type(), "it does not override " + policy + " as its class has it by now");
    }
    NameFreshness.verify(policy, declarations, guard);
  }

  /**
   * Those of the methods that are the endpoint's, with parameters that a bridge of the guard has.
   */
  private static List<Method> generic(EndpointPolicy policy, List<Method> methods, Class<?> guard) {
    List<Method> found = new ArrayList<>();
    for (Method method : methods) {
      if (method.getName().equals(policy.method())
          && overrides(guard, method)
          && List.of(BridgeMethodResolver.getMostSpecificMethod(method, guard).getParameterTypes())
              .equals(policy.parameters())) {
        found.add(method);
      }
    }
    return found;
  }

  private static boolean overrides(Class<?> guard, Method method) {
    int modifiers = method.getModifiers();
    return !Modifier.isStatic(modifiers)
        && !Modifier.isPrivate(modifiers)
        && !Modifier.isFinal(modifiers)
        && (Modifier.isPublic(modifiers)
            || Modifier.isProtected(modifiers)
            || (isOfPackage(method, guard) && !isOfOtherLoader(method, guard)))
        && declares(guard, method);
  }

  private static boolean declares(Class<?> guard, Method method) {
    for (Method own : guard.getDeclaredMethods()) {
      if (isSame(own, method)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfPackage(Method method, Class<?> guard) {
    return method.getDeclaringClass().getPackageName().equals(guard.getPackageName());
  }

  /** To the virtual machine, a package of another class loader is another package. */
  private static boolean isOfOtherLoader(Method method, Class<?> guard) {
    int outside = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE | Modifier.STATIC;
    return (method.getModifiers() & outside) == 0
        && isOfPackage(method, guard)
        && method.getDeclaringClass().getClassLoader() != guard.getClassLoader();
  }

  private static void refuseSplit(Method method, Class<?> guard) {
    throw new StartUpException(
        guard.getName()
            + " cannot override "
            + method
            + ", which is package-private: another class loader has loaded its class, and to the"
            + " virtual machine its package is another one, so that the method would run without"
            + " the guard",
        "make the method public or protected; or let one class loader load both classes"
            + " (spring-boot-devtools: 'restart.include' in META-INF/spring-devtools.properties).");
  }

  private static boolean isSame(Method one, Method other) {
    return one.getName().equals(other.getName())
        && one.getReturnType() == other.getReturnType()
        && Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
  }

  /**
   * AspectJ can weave advice into the guard itself, where it answers without asking the policy.
   * What it weaves into the guarded class runs after the guard, and may stay.
   */
  private static void verifyNotWoven(Class<?> guard) {
    if (isOfWeaver(guard.getDeclaredMethods()) || isOfWeaver(guard.getDeclaredFields())) {
      throw new StartUpException(
          "AspectJ has woven advice into " + guard.getName() + ", which could answer in its place",
          """
          exclude guards from weaving; in META-INF/aop.xml:
              <weaver>
                <exclude within="@dev.gatewright.runtime.GuardOf *"/>
              </weaver>\
          """);
    }
  }

  private static boolean isOfWeaver(Member... members) {
    for (Member member : members) {
      if (member.getName().startsWith("ajc$")
          || (Modifier.isStatic(member.getModifiers())
              && member.getName().contains("_aroundBody"))) {
        return true;
      }
    }
    return false;
  }

  /** Whatever an annotation reaches must be overridden, also as generic types declare it. */
  private static void verifyMethod(Method method, Class<?> guard, Class<?> guarded) {
    Method nearest = ClassUtils.getMostSpecificMethod(method, guarded);
    if (!GuardAnnotations.bears(method)
        && UndecidedMethods.contain(guard, BridgeMethodResolver.findBridgedMethod(nearest))) {
      return; // It was compiled so.
    }
    if (!overrides(guard, method)
        || !overrides(guard, nearest)
        || !overrides(guard, BridgeMethodResolver.findBridgedMethod(nearest))) {
      throw StaleGuard.older(guard, guarded, "it does not know " + method);
    }
  }
}
