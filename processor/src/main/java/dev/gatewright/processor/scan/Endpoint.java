package dev.gatewright.processor.scan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;

/**
 * A method's parameters as a member of the guarded type.
 *
 * @param overridden the declarations that it overrides or implements
 * @param access what the guard can name
 */
record Endpoint(
    ExecutableElement method,
    ExecutableType signature,
    List<ExecutableElement> overridden,
    TypeAccess access) {
  private static final String BINDING = "org.springframework.web.bind.annotation";
  private static final Set<String> NAMING = Set.of("value", "name");

  /**
   * The name that a request has a parameter by, as an adapter reads it by reflection; empty where
   * no annotation of Spring says one.
   */
  static Optional<String> boundName(VariableElement parameter) {
    for (AnnotationMirror mirror : parameter.getAnnotationMirrors()) {
      for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each :
          mirror.getElementValues().entrySet()) {
        if (each.getValue().getValue() instanceof String name
            && !name.isEmpty()
            && NAMING.contains(each.getKey().getSimpleName().toString())
            && ElementNames.packageOf(ElementNames.typeOf(mirror)).equals(BINDING)) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether requests have another parameter than the one at the position by the name. */
  boolean bindsOtherBy(String name, int position) {
    for (int i = 0; i < method.getParameters().size(); i++) {
      if (i != position && isBoundBy(name, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBoundBy(String name, int position) {
    return boundName(method.getParameters().get(position)).filter(name::equals).isPresent()
        || overridden.stream()
            .anyMatch(
                each ->
                    boundName(each.getParameters().get(position)).filter(name::equals).isPresent());
  }

  /** Whether an overridden declaration gives the name to another parameter. */
  boolean namesOtherElsewhere(String name, int position, Sources sources) {
    for (ExecutableElement declaration : overridden) {
      for (int i = 0; i < declaration.getParameters().size(); i++) {
        if (i != position && sources.nameOf(declaration, i).filter(name::equals).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }
}
