package dev.gatewright.processor.scan;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A method that a type declares or inherits.
 *
 * @param method the nearest declaration
 * @param overridden the declarations that it overrides or implements, nearest first
 */
record Member(ExecutableElement method, List<ExecutableElement> overridden) {

  TypeElement declaredIn() {
    return ElementNames.enclosingType(method);
  }

  /** The declaration and all that it overrides. */
  List<ExecutableElement> declarations() {
    if (overridden.isEmpty()) {
      return List.of(method);
    }
    List<ExecutableElement> all = new ArrayList<>();
    all.add(method);
    all.addAll(overridden);
    return all;
  }
}
