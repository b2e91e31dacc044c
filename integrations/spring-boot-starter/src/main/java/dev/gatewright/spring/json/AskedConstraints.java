package dev.gatewright.spring.json;

import jakarta.validation.groups.Default;
import java.lang.annotation.Annotation;
import java.util.Set;
import org.springframework.core.annotation.AnnotationUtils;
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

  /** Those of a body that is validated by groups. */
  static AskedConstraints of(DeserializationConfig config, JavaType body, Set<Class<?>> groups) {
    if (groups.isEmpty()) {
      return NONE;
    }
    BodyTypes places = BodyTypes.of(config, body);
    return new AskedConstraints(places.validated(), places.others(), groups);
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
