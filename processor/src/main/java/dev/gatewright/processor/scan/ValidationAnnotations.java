package dev.gatewright.processor.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Knows the annotations of Jakarta Validation, and constraints by what they bear. Looks at each
 * annotation type once in a round, as sources name few of them often.
 */
final class ValidationAnnotations {
  static final String VALID = "jakarta.validation.Valid";

  private static final String PACKAGE = "jakarta.validation";
  private static final String CONSTRAINT = "jakarta.validation.Constraint";

  /** Constraints of the standard check values, never arguments together. */
  private static final String STANDARD_CONSTRAINTS = PACKAGE + ".constraints";

  private final Map<TypeElement, Boolean> constraints = new HashMap<>();
  private final Map<TypeElement, Boolean> ofValidation = new HashMap<>();

  /** Forgets what it has seen: in another round, annotations may bear others. */
  void startRound() {
    constraints.clear();
    ofValidation.clear();
  }

  /** {@code @Valid}, a constraint, several of them in a container, a conversion of groups. */
  boolean isOne(TypeElement annotation) {
    Boolean known = ofValidation.get(annotation);
    if (known == null) {
      String inPackage = ElementNames.packageOf(annotation);
      known =
          inPackage.equals(PACKAGE)
              || inPackage.startsWith(PACKAGE + ".")
              || isConstraint(annotation);
      ofValidation.put(annotation, known);
    }
    return known;
  }

  /** A constraint, or several of one kind in their container. */
  boolean isConstraint(TypeElement annotation) {
    Boolean known = constraints.get(annotation);
    if (known == null) {
      known = bears(annotation) || containsConstraints(annotation);
      constraints.put(annotation, known);
    }
    return known;
  }

  private static boolean containsConstraints(TypeElement annotation) {
    for (Element member : annotation.getEnclosedElements()) {
      if (member instanceof ExecutableElement value
          && value.getSimpleName().contentEquals("value")
          && value.getReturnType() instanceof ArrayType array
          && array.getComponentType() instanceof DeclaredType contained
          && bears((TypeElement) contained.asElement())) {
        return true;
      }
    }
    return false;
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

  /** Whether a constraint is on the element, or before the type. */
  boolean areOn(AnnotatedConstruct annotated) {
    return haveConstraint(annotated.getAnnotationMirrors());
  }

  /** Whether a constraint is before a type or one of its parts. */
  boolean areInside(TypeMirror type) {
    return haveConstraint(inside(type));
  }

  private boolean haveConstraint(List<? extends AnnotationMirror> mirrors) {
    for (AnnotationMirror mirror : mirrors) {
      if (isConstraint(ElementNames.typeOf(mirror))) {
        return true;
      }
    }
    return false;
  }

  /** Arguments, component or bounds of a type. */
  static List<? extends TypeMirror> parts(TypeMirror type) {
    if (type instanceof DeclaredType declared) {
      return declared.getTypeArguments();
    }
    if (type instanceof ArrayType array) {
      return List.of(array.getComponentType());
    }
    List<TypeMirror> bounds = new ArrayList<>();
    if (type instanceof WildcardType wildcard) {
      if (wildcard.getExtendsBound() != null) {
        bounds.add(wildcard.getExtendsBound());
      }
      if (wildcard.getSuperBound() != null) {
        bounds.add(wildcard.getSuperBound());
      }
    }
    return bounds;
  }

  /** Annotations of a type and of its parts. */
  static List<? extends AnnotationMirror> inside(TypeMirror type) {
    List<? extends TypeMirror> parts = parts(type);
    if (parts.isEmpty()) {
      return type.getAnnotationMirrors();
    }
    List<AnnotationMirror> all = new ArrayList<>(type.getAnnotationMirrors());
    for (TypeMirror part : parts) {
      all.addAll(inside(part));
    }
    return all;
  }

  /** Whether a method bears a constraint that looks at all its arguments together. */
  boolean areAcrossParameters(Element method) {
    for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
      TypeElement annotation = ElementNames.typeOf(mirror);
      if (isConstraint(annotation)
          && !ElementNames.packageOf(annotation).equals(STANDARD_CONSTRAINTS)) {
        return true;
      }
    }
    return false;
  }
}
