package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.UncheckedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
  private HeaderConstraints() {}

  static boolean areOn(TypeElement type) {
    return supertypes(type).anyMatch(HeaderConstraints::areInside)
        || type.getTypeParameters().stream().anyMatch(HeaderConstraints::areAt);
  }

  static List<UncheckedInput> of(TypeElement type) {
    List<UncheckedInput> found = new ArrayList<>(ofTypeParameters(type));
    if (supertypes(type).anyMatch(HeaderConstraints::areInside)) {
      found.add(
          input(
              type,
              "constraints in type arguments of a supertype are not applied",
              "write that supertype, with the constraints, where "
                  + type.getSimpleName()
                  + " is used"));
    }
    return found;
  }

  /** What compilers point at is the class or method: not every one finds a type parameter. */
  static List<UncheckedInput> ofTypeParameters(Parameterizable declared) {
    return declared.getTypeParameters().stream()
        .filter(HeaderConstraints::areAt)
        .map(Element::getSimpleName)
        .map(
            name ->
                input(
                    declared,
                    "constraints of type parameter " + name + " are not applied",
                    "write them on what is of type " + name))
        .toList();
  }

  static Stream<TypeMirror> supertypes(TypeElement type) {
    return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream());
  }

  private static boolean areAt(TypeParameterElement parameter) {
    return parameter.getAnnotationMirrors().stream()
            .map(ElementNames::typeOf)
            .anyMatch(ValidationAnnotations::isConstraint)
        || parameter.getBounds().stream().anyMatch(HeaderConstraints::areInside);
  }

  private static boolean areInside(TypeMirror type) {
    return ValidationAnnotations.inside(type)
        .map(ElementNames::typeOf)
        .anyMatch(ValidationAnnotations::isConstraint);
  }

  private static UncheckedInput input(Element element, String reason, String fix) {
    return new UncheckedInput(reason, fix, ElementSpot.of(element));
  }
}
