package dev.gatewright.spring.json;

import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import jakarta.validation.groups.Default;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
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
                + ", at a property without @Valid: nothing would ask their constraints. Fix: put"
                + " @Valid on the property.");
      }
    }
    return new AskedConstraints(places.validated(), places.others(), groups);
  }

  /** Whether a class, or what it inherits, says anything to validation. */
  private static boolean isConstrained(Class<?> type) {
    if (saysSomething(type)) {
      return true;
    }
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      List<AnnotatedElement> members = new ArrayList<>(List.of(each.getDeclaredFields()));
      members.addAll(List.of(each.getDeclaredMethods()));
      if (members.stream().anyMatch(AskedConstraints::saysSomething)) {
        return true;
      }
    }
    return false;
  }

  private static boolean saysSomething(AnnotatedElement element) {
    MergedAnnotations annotations = MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY);
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
