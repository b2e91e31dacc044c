package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.UncheckedInput;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;

/**
 * Finds constraints in the header of a class or method, where Jakarta Validation never looks for
 * them: at type parameters, and in the type arguments of supertypes.
 */
final class HeaderConstraints {
  private final ValidationAnnotations validation;

  HeaderConstraints(ValidationAnnotations validation) {
    this.validation = validation;
  }

  boolean areOn(TypeElement type) {
    return areInSupertypes(type) || type.getTypeParameters().stream().anyMatch(this::areAt);
  }

  /** Adds those of a type. */
  void of(TypeElement type, List<UncheckedInput> found) {
    ofTypeParameters(type, found);
    if (areInSupertypes(type)) {
      found.add(
          input(
              type,
              "constraints in type arguments of a supertype are not applied",
              "write that supertype, with the constraints, where "
                  + type.getSimpleName()
                  + " is used"));
    }
  }

  /**
   * Adds those of type parameters. What compilers point at is the class or method: not every one
   * finds a type parameter.
   */
  void ofTypeParameters(Parameterizable declared, List<UncheckedInput> found) {
    for (TypeParameterElement parameter : declared.getTypeParameters()) {
      if (areAt(parameter)) {
        String name = parameter.getSimpleName().toString();
        found.add(
            input(
                declared,
                "constraints of type parameter " + name + " are not applied",
                "write them on what is of type " + name));
      }
    }
  }

  private boolean areInSupertypes(TypeElement type) {
    return supertypes(type).stream().anyMatch(validation::areInside);
  }

  static List<TypeMirror> supertypes(TypeElement type) {
    List<TypeMirror> all = new ArrayList<>();
    all.add(type.getSuperclass());
    all.addAll(type.getInterfaces());
    return all;
  }

  private boolean areAt(TypeParameterElement parameter) {
    return validation.areOn(parameter)
        || parameter.getBounds().stream().anyMatch(validation::areInside);
  }

  private static UncheckedInput input(Element element, String reason, String fix) {
    return new UncheckedInput(reason, fix, ElementSpot.of(element));
  }
}
