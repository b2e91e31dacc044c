package dev.gatewright.spring.guard;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which methods of a loaded class are endpoints by an annotation of their own or of a type, or by
 * their mapping. The processor decides the same of a source; the class may have been compiled
 * without it since.
 *
 * @param mappings of the class
 * @param handler whether it takes requests that nothing maps
 * @param reachesAll whether annotations of types reach all its methods
 * @param reaching supertypes, each with all that it inherits from, in which annotations of types
 *     reach all methods; none where they do so in the class itself
 */
record ReachedMethods(
    LoadedMappings mappings, boolean handler, boolean reachesAll, List<Set<Class<?>>> reaching) {

  /**
   * Looks at a class.
   *
   * @param types the class, then everything that it inherits from
   */
  static ReachedMethods of(Set<Class<?>> types) {
    LoadedMappings mappings = LoadedMappings.of(types);
    boolean handler = RequestMethods.areIn(types);
    boolean reachesAll =
        types.stream().anyMatch(GuardAnnotations::bears) && !mappings.serve() && !handler;
    List<Set<Class<?>>> reaching =
        reachesAll
            ? List.of()
            : types.stream()
                .skip(1)
                .map(ReachedMethods::typesOf)
                .filter(each -> each.stream().anyMatch(GuardAnnotations::bears))
                .filter(each -> !RequestMethods.areIn(each))
                .filter(each -> !LoadedMappings.of(each).serveSubclasses())
                .toList();
    return new ReachedMethods(mappings, handler, reachesAll, reaching);
  }

  /** Whether the method, as one of the types declares it, must be overridden by the guard. */
  boolean include(Method method) {
    return isReachable(method)
        && (reachesAll
            || GuardAnnotations.bears(method)
            || mappings.contain(method)
            || (handler && RequestMethods.include(method))
            || reaching.stream().anyMatch(each -> promises(each, method)));
  }

  /** Whether callers of the supertype know the method. */
  private static boolean promises(Set<Class<?>> supertype, Method method) {
    return supertype.contains(method.getDeclaringClass())
        && (supertype.iterator().next().isInterface() || Modifier.isPublic(method.getModifiers()));
  }

  private static boolean isReachable(Method method) {
    int modifiers = method.getModifiers();
    // Kotlin hides methods from Java, and so from the processor, by marking them as synthetic.
    return !method.isBridge()
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

  /** The type, then everything that it inherits from, without Object. */
  static Set<Class<?>> typesOf(Class<?> type) {
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
