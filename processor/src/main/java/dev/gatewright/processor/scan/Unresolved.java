package dev.gatewright.processor.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Finds types that the compiler does not know, or not yet: another processor may write them in this
 * compilation.
 */
final class Unresolved {

  /**
   * The text by which compilers stand for a value that they could not make out. javac's own
   * representation of such a value is not quoted, and that of the same text in the sources is.
   */
  private static final String ERRONEOUS = "<error>";

  /** Other compilers quote both, so that this text has to be taken for such a value there. */
  private static final String VALUES_OF_JAVAC = "com.sun.tools.javac.";

  private Unresolved() {}

  /** Whether a supertype of the type, at any distance, is unknown. */
  static boolean inSupertypes(TypeElement type) {
    return inSupertypes(type, new HashSet<>());
  }

  private static boolean inSupertypes(TypeElement type, Set<TypeElement> seen) {
    if (!seen.add(type)) {
      return false;
    }
    if (isUnknownSupertype(type.getSuperclass(), seen)) {
      return true;
    }
    for (TypeMirror each : type.getInterfaces()) {
      if (isUnknownSupertype(each, seen)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnknownSupertype(TypeMirror supertype, Set<TypeElement> seen) {
    return in(supertype)
        || (supertype instanceof DeclaredType declared
            && inSupertypes((TypeElement) declared.asElement(), seen));
  }

  /** Whether an annotation, or a value in it, is unknown. */
  static boolean in(AnnotationMirror annotation) {
    return in(annotation.getAnnotationType())
        || inValues(annotation, demanded(ElementNames.typeOf(annotation)));
  }

  /**
   * Whether a value of an annotation is unknown, or missing.
   *
   * @param demanded the members of the annotation's type that have no default value
   */
  static boolean inValues(AnnotationMirror annotation, List<ExecutableElement> demanded) {
    Map<? extends ExecutableElement, ? extends AnnotationValue> values =
        annotation.getElementValues();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        values.entrySet()) {
      if (in(entry.getValue(), entry.getKey().getReturnType())) {
        return true;
      }
    }
    return !values.keySet().containsAll(demanded);
  }

  /** The members of an annotation's type that have no default value. */
  static List<ExecutableElement> demanded(TypeElement annotation) {
    List<ExecutableElement> demanded = new ArrayList<>();
    for (Element member : annotation.getEnclosedElements()) {
      if (member instanceof ExecutableElement method
          && method.getDefaultValue() == null
          && !method.getModifiers().contains(Modifier.STATIC)
          && method.getReturnType().getKind() != TypeKind.VOID) {
        demanded.add(method);
      }
    }
    return demanded;
  }

  private static boolean in(AnnotationValue value, TypeMirror expected) {
    Object held = value.getValue();
    if (held instanceof List<?> several) {
      TypeMirror component =
          expected instanceof ArrayType array ? array.getComponentType() : expected;
      for (Object each : several) {
        if (in((AnnotationValue) each, component)) {
          return true;
        }
      }
      return false;
    }
    if (held instanceof TypeMirror type) {
      return in(type);
    }
    if (held instanceof AnnotationMirror nested) {
      return in(nested);
    }
    if (held instanceof String text) {
      return !isString(expected) || (text.equals(ERRONEOUS) && !isWritten(value));
    }
    return held == null;
  }

  /** Whether a value that reads like the one of an error is known to be a text of the sources. */
  private static boolean isWritten(AnnotationValue value) {
    return value.getClass().getName().startsWith(VALUES_OF_JAVAC)
        && value.toString().startsWith("\"");
  }

  private static boolean isString(TypeMirror type) {
    return type instanceof DeclaredType declared
        && ElementNames.isNamed(declared.asElement(), "java.lang.String");
  }

  static boolean in(ExecutableType signature) {
    if (in(signature.getReturnType())
        || inAny(signature.getParameterTypes())
        || inAny(signature.getThrownTypes())) {
      return true;
    }
    for (TypeVariable variable : signature.getTypeVariables()) {
      if (inBound(variable.getUpperBound())) {
        return true;
      }
    }
    return false;
  }

  private static boolean inAny(List<? extends TypeMirror> types) {
    for (TypeMirror type : types) {
      if (in(type)) {
        return true;
      }
    }
    return false;
  }

  static boolean inTypeParameters(TypeElement type) {
    return type.getTypeParameters().stream()
        .flatMap(parameter -> parameter.getBounds().stream())
        .anyMatch(Unresolved::inBound);
  }

  private static boolean inBound(TypeMirror bound) {
    return bound instanceof IntersectionType intersection
        ? inAny(intersection.getBounds())
        : in(bound);
  }

  static boolean in(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return true;
    }
    if (type instanceof ArrayType array) {
      return in(array.getComponentType());
    }
    if (type instanceof TypeVariable) {
      return false;
    }
    if (type instanceof DeclaredType declared) {
      return in(declared.getEnclosingType()) || inAny(declared.getTypeArguments());
    }
    if (type instanceof WildcardType wildcard) {
      TypeMirror upper = wildcard.getExtendsBound();
      TypeMirror lower = wildcard.getSuperBound();
      return (upper != null && in(upper)) || (lower != null && in(lower));
    }
    return false;
  }
}
