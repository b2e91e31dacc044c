package dev.gatewright.processor.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Which types have constraints inside, on their own or through what their fields hold. */
final class ConstrainedTypes {

  /** Bounds of type variables may name those again. */
  private static final int DEEPEST = 8;

  private ConstrainedTypes() {}

  /** Whether validation of an instance would check anything, if all of it were looked into. */
  static boolean isOne(TypeElement type) {
    return isOne(type, new HashSet<>());
  }

  /** Whether a type, or an argument or component of it, is one. */
  static boolean areNamedIn(TypeMirror type) {
    return named(type).anyMatch(ConstrainedTypes::isOne);
  }

  private static boolean isOne(TypeElement type, Set<TypeElement> seen) {
    if (!seen.add(type) || ElementNames.packageOf(type).startsWith("java.")) {
      return false;
    }
    return Hierarchy.of(type).types().stream()
            .anyMatch(each -> hasConstraints(each) || holdsOne(each, seen))
        || JacksonTypes.creators(type).anyMatch(ConstrainedTypes::haveParameters)
        || Stream.concat(subtypes(type), JacksonTypes.makersOn(type))
            .anyMatch(each -> isOne(each, seen));
  }

  /** Wherever they are: those that are never applied are reported where the type is validated. */
  private static boolean hasConstraints(TypeElement type) {
    return areDirectlyOn(type)
        || HeaderConstraints.areOn(type)
        || BeanProperties.fields(type).anyMatch(ConstrainedTypes::areOn)
        || BeanProperties.methods(type).anyMatch(each -> areOn(each) || haveParameters(each));
  }

  private static boolean haveParameters(ExecutableElement method) {
    return method.getParameters().stream().anyMatch(ConstrainedTypes::areOn);
  }

  /** Whether something on the element itself, or inside its type, should be checked. */
  private static boolean areOn(Element element) {
    return areDirectlyOn(element)
        || ValidationAnnotations.parts(BeanProperties.typeOf(element))
            .flatMap(ValidationAnnotations::inside)
            .anyMatch(ConstrainedTypes::isChecked);
  }

  private static boolean areDirectlyOn(Element element) {
    return element.getAnnotationMirrors().stream().anyMatch(ConstrainedTypes::isChecked);
  }

  private static boolean isChecked(AnnotationMirror mirror) {
    TypeElement annotation = ElementNames.typeOf(mirror);
    return ElementNames.isNamed(annotation, ValidationAnnotations.VALID)
        || ValidationAnnotations.isConstraint(annotation)
        || IneffectiveConstraints.isOne(annotation);
  }

  private static boolean holdsOne(TypeElement type, Set<TypeElement> seen) {
    return BeanProperties.of(type)
        .flatMap(
            each ->
                Stream.concat(
                    named(BeanProperties.typeOf(each)),
                    BeanProperties.mapped(each, type).flatMap(JacksonTypes::namedOn)))
        .anyMatch(each -> isOne(each, seen));
  }

  /** Every class and interface that a type names. */
  static Stream<TypeElement> named(TypeMirror type) {
    return named(type, 0);
  }

  private static Stream<TypeElement> named(TypeMirror type, int depth) {
    return depth > DEEPEST
        ? Stream.empty()
        : bounds(type).stream()
            .flatMap(
                bound ->
                    Stream.concat(
                        bound instanceof DeclaredType declared
                            ? Stream.of((TypeElement) declared.asElement())
                            : Stream.empty(),
                        ValidationAnnotations.parts(bound)
                            .flatMap(each -> named(each, depth + 1))));
  }

  /** What may arrive in place of the type: what it permits, and what Jackson is told of. */
  static Stream<TypeElement> subtypes(TypeElement type) {
    Stream<TypeElement> permitted =
        type.getPermittedSubclasses().stream()
            .filter(DeclaredType.class::isInstance)
            .map(each -> (TypeElement) ((DeclaredType) each).asElement());
    return Stream.concat(permitted, JacksonTypes.namedOn(type)).filter(each -> !each.equals(type));
  }

  /** What may stand for a type variable or a wildcard; the type itself where it is neither. */
  static List<TypeMirror> bounds(TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      List<? extends TypeMirror> several =
          ((TypeParameterElement) variable.asElement()).getBounds();
      // Not every compiler makes one type of several bounds.
      return several.size() > 1
          ? several.stream().flatMap(each -> bounds(each).stream()).toList()
          : bounds(variable.getUpperBound());
    }
    if (type instanceof IntersectionType intersection) {
      return intersection.getBounds().stream().flatMap(each -> bounds(each).stream()).toList();
    }
    return type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null
        ? bounds(wildcard.getExtendsBound())
        : List.of(type);
  }
}
