package dev.gatewright.processor.scan;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** A method's parameters as a member of the guarded type. */
record Endpoint(ExecutableElement method, ExecutableType signature) {

  /** The type of the parameter of that name. */
  Optional<TypeMirror> parameter(String name) {
    List<? extends TypeMirror> types = signature.getParameterTypes();
    for (int i = 0; i < types.size(); i++) {
      if (method.getParameters().get(i).getSimpleName().contentEquals(name)) {
        return Optional.of(types.get(i));
      }
    }
    return Optional.empty();
  }
}
