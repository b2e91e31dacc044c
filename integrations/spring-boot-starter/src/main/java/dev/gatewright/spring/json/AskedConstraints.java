package dev.gatewright.spring.json;

import dev.gatewright.spring.guard.DeclaredParameters;
import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import jakarta.validation.groups.Default;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;

/**
 * Tells which constraints of a body will be asked, so that they may tell what is missing.
 *
 * @param types that validation looks into, starting from the body by {@code @Valid}
 * @param elsewhere types that a document may give where validation does not look
 * @param groups by which it is validated; empty where it is not
 */
record AskedConstraints(Set<Class<?>> types, Set<Class<?>> elsewhere, Set<Class<?>> groups) {
  static final AskedConstraints NONE = new AskedConstraints(Set.of(), Set.of(), Set.of());

  /**
   * Those of a body that is validated by groups.
   *
   * @throws IllegalStateException if the mapper puts a class with constraints where validation does
   *     not look; the compiler has not seen it
   */
  static AskedConstraints of(DeserializationConfig config, JavaType body, Set<Class<?>> groups) {
    if (groups.isEmpty()) {
      return NONE;
    }
    BodyTypes places = BodyTypes.of(config, body);
    for (Class<?> type : places.leftOut()) {
      if (isConstrained(type)) {
        throw new IllegalStateException(
            "The JSON mapper reads objects of "
                + type.getName()
                + " into "
                + body.toCanonical()
                + ", where no @Valid is: nothing would ask their constraints. Fix: put @Valid on"
                + " each property on the way to them.");
      }
    }
    return new AskedConstraints(places.validated(), places.others(), groups);
  }

  /** Whether a class, or what it inherits, says anything to validation. */
  private static boolean isConstrained(Class<?> type) {
    Set<Class<?>> types = new HashSet<>(ClassUtils.getAllInterfacesForClassAsSet(type));
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      types.add(each);
    }
    for (Class<?> each : types) {
      if (saysSomething(each)
          || Stream.of(each.getDeclaredFields()).anyMatch(AskedConstraints::isConstrained)
          || Stream.of(each.getDeclaredMethods()).anyMatch(AskedConstraints::isConstrained)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConstrained(Field field) {
    return !Modifier.isStatic(field.getModifiers())
        && (saysSomething(field) || saysSomethingIn(field.getAnnotatedType()));
  }

  /** Of a bean's methods only getters are asked. */
  private static boolean isConstrained(Method method) {
    return !Modifier.isStatic(method.getModifiers())
        && method.getParameterCount() == 0
        && (method.getName().startsWith("get") || method.getName().startsWith("is"))
        && (saysSomething(method) || saysSomethingIn(method.getAnnotatedReturnType()));
  }

  private static boolean saysSomethingIn(AnnotatedType type) {
    return DeclaredParameters.within(type).anyMatch(AskedConstraints::saysSomething);
  }

  private static boolean saysSomething(AnnotatedElement element) {
    MergedAnnotations annotations = MergedAnnotations.from(element);
    return annotations.isPresent(Constraint.class) || annotations.isPresent(Valid.class);
  }

  /**
   * Whether a constraint at a component of a type will be asked, wherever in the body the type is:
   * otherwise what is missing in one place would be null in another.
   */
  boolean contain(Annotation constraint, Class<?> owner) {
    return types.stream().anyMatch(type -> type.isAssignableFrom(owner))
        && elsewhere.stream().noneMatch(type -> type.isAssignableFrom(owner))
        && isOfGroup(constraint);
  }

  private boolean isOfGroup(Annotation constraint) {
    if (!(AnnotationUtils.getValue(constraint, "groups") instanceof Class<?>[] declared)) {
      return false;
    }
    for (Class<?> group : declared.length == 0 ? new Class<?>[] {Default.class} : declared) {
      if (groups.stream().anyMatch(group::isAssignableFrom)) {
        return true;
      }
    }
    return false;
  }
}
