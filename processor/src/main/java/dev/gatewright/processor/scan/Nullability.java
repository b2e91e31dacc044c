package dev.gatewright.processor.scan;

import java.util.stream.Stream;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** Whether a parameter may be null, by an annotation named Nullable from whatever package. */
final class Nullability {
  private Nullability() {}

  static boolean of(VariableElement parameter) {
    return isAnnotated(parameter)
        || (parameter.asType() instanceof DeclaredType declared
            && ElementNames.isNamed(declared.asElement(), "java.util.Optional"));
  }

  static boolean isAnnotated(VariableElement parameter) {
    return Stream.concat(
            parameter.getAnnotationMirrors().stream(),
            parameter.asType().getAnnotationMirrors().stream())
        .anyMatch(mirror -> ElementNames.typeOf(mirror).getSimpleName().contentEquals("Nullable"));
  }
}
