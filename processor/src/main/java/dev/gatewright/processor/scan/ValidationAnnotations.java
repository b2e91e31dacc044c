package dev.gatewright.processor.scan;

import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Knows the annotations of Jakarta Validation, and constraints by what they bear. */
final class ValidationAnnotations {
  static final String VALID = "jakarta.validation.Valid";

  private static final String PACKAGE = "jakarta.validation";
  private static final String CONSTRAINT = "jakarta.validation.Constraint";

  /** Constraints of the standard check values, never arguments together. */
  private static final String STANDARD_CONSTRAINTS = PACKAGE + ".constraints";

  private ValidationAnnotations() {}

  /** {@code @Valid}, a constraint, several of them in a container, a conversion of groups. */
  static boolean isOne(TypeElement annotation) {
    String inPackage = ElementNames.packageOf(annotation);
    return inPackage.equals(PACKAGE)
        || inPackage.startsWith(PACKAGE + ".")
        || isConstraint(annotation);
  }

  /** A constraint, or several of one kind in their container. */
  static boolean isConstraint(TypeElement annotation) {
    if (bears(annotation)) {
      return true;
    }
    return ElementFilter.methodsIn(annotation.getEnclosedElements()).stream()
        .filter(member -> member.getSimpleName().contentEquals("value"))
        .map(ExecutableElement::getReturnType)
        .map(ValidationAnnotations::componentElement)
        .anyMatch(element -> element instanceof TypeElement contained && bears(contained));
  }

  private static @Nullable Element componentElement(TypeMirror type) {
    return type instanceof ArrayType array
            && array.getComponentType() instanceof DeclaredType component
        ? component.asElement()
        : null;
  }

  private static boolean bears(TypeElement annotation) {
    return isOn(annotation, CONSTRAINT);
  }

  static boolean isValid(AnnotatedConstruct annotated) {
    return isOn(annotated, VALID);
  }

  private static boolean isOn(AnnotatedConstruct annotated, String name) {
    for (AnnotationMirror mirror : annotated.getAnnotationMirrors()) {
      if (ElementNames.isNamed(ElementNames.typeOf(mirror), name)) {
        return true;
      }
    }
    return false;
  }

  /** Arguments, component or bounds of a type. */
  static Stream<TypeMirror> parts(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return Stream.of(array.getComponentType());
    }
    if (type instanceof DeclaredType declared) {
      return declared.getTypeArguments().stream().map(TypeMirror.class::cast);
    }
    return type instanceof WildcardType wildcard
        ? Stream.of(wildcard.getExtendsBound(), wildcard.getSuperBound())
            .flatMap(Stream::ofNullable)
        : Stream.empty();
  }

  /** Annotations of a type and of its parts. */
  static Stream<AnnotationMirror> inside(TypeMirror type) {
    return Stream.concat(
        type.getAnnotationMirrors().stream(), parts(type).flatMap(ValidationAnnotations::inside));
  }

  /** Constraints that look at all arguments of a method together. */
  static boolean areAcrossParameters(Element method) {
    return method.getAnnotationMirrors().stream()
        .map(ElementNames::typeOf)
        .filter(ValidationAnnotations::isConstraint)
        .anyMatch(each -> !ElementNames.packageOf(each).equals(STANDARD_CONSTRAINTS));
  }
}
