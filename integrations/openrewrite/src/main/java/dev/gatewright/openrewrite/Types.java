package dev.gatewright.openrewrite;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.JavaType.FullyQualified;
import org.openrewrite.java.tree.TypeUtils;

/** What the types of a code base say about their annotations, supertypes and mappings. */
final class Types {
  private static final Set<String> MAPPINGS =
      Set.of(
          "org.springframework.web.bind.annotation.RequestMapping",
          "org.springframework.web.service.annotation.HttpExchange",
          "jakarta.ws.rs.HttpMethod",
          "javax.ws.rs.HttpMethod",
          "jakarta.ws.rs.Path",
          "javax.ws.rs.Path");

  private static final Set<String> CONTROLLER = Set.of("org.springframework.stereotype.Controller");

  private Types() {}

  /** The name of an annotation's type, empty where the parser did not find it. */
  static String name(J.Annotation annotation) {
    FullyQualified type = TypeUtils.asFullyQualified(annotation.getType());
    return type == null ? "" : type.getFullyQualifiedName();
  }

  /** Whether an annotation is none of the names itself, but bears one, at any depth. */
  static boolean onlyBears(J.Annotation annotation, Collection<String> names) {
    FullyQualified type = TypeUtils.asFullyQualified(annotation.getType());
    return type != null && !names.contains(type.getFullyQualifiedName()) && hasAny(type, names);
  }

  /** Whether a type's annotations are or bear one of the names. */
  static boolean hasAny(FullyQualified type, Collection<String> names) {
    return anyOf(type.getAnnotations(), names, new LinkedHashSet<>());
  }

  /** Whether a method's own annotations are or bear one of the names. */
  static boolean hasAny(JavaType.Method method, Collection<String> names) {
    return anyOf(method.getAnnotations(), names, new LinkedHashSet<>());
  }

  /** Whether a type or one of its methods is annotated with one of the names. */
  static boolean bearsAny(FullyQualified type, Collection<String> names) {
    return hasAny(type, names)
        || type.getMethods().stream().anyMatch(method -> hasAny(method, names));
  }

  private static boolean anyOf(
      List<FullyQualified> annotations, Collection<String> names, Set<String> seen) {
    for (FullyQualified annotation : annotations) {
      if (names.contains(annotation.getFullyQualifiedName())
          || (seen.add(annotation.getFullyQualifiedName())
              && anyOf(annotation.getAnnotations(), names, seen))) {
        return true;
      }
    }
    return false;
  }

  /** Whether requests are mapped to a method, by itself or by what it overrides. */
  static boolean isMapped(JavaType.@Nullable Method method) {
    if (method == null) {
      return false;
    }
    if (hasAny(method, MAPPINGS)) {
      return true;
    }
    return supertypes(method.getDeclaringType()).stream()
        .flatMap(type -> type.getMethods().stream())
        .anyMatch(
            other ->
                other.getName().equals(method.getName())
                    && other
                        .getParameterTypes()
                        .toString()
                        .equals(method.getParameterTypes().toString())
                    && hasAny(other, MAPPINGS));
  }

  static boolean isController(FullyQualified type) {
    return hasAny(type, CONTROLLER);
  }

  /** All supertypes but those of Java itself. */
  static Set<FullyQualified> supertypes(FullyQualified type) {
    Set<FullyQualified> all = new LinkedHashSet<>();
    collect(type, all);
    return all;
  }

  private static void collect(FullyQualified type, Set<FullyQualified> all) {
    FullyQualified superclass = type.getSupertype();
    if (superclass != null) {
      add(superclass, all);
    }
    type.getInterfaces().forEach(each -> add(each, all));
  }

  private static void add(FullyQualified type, Set<FullyQualified> all) {
    if (!type.getFullyQualifiedName().startsWith("java.") && all.add(type)) {
      collect(type, all);
    }
  }
}
