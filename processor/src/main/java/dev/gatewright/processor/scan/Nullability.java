package dev.gatewright.processor.scan;

import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
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
    return isOn(parameter) || isOn(parameter.asType());
  }

  private static boolean isOn(AnnotatedConstruct annotated) {
    for (AnnotationMirror mirror : annotated.getAnnotationMirrors()) {
      if (ElementNames.typeOf(mirror).getSimpleName().contentEquals("Nullable")) {
        return true;
      }
    }
    return false;
  }
}
