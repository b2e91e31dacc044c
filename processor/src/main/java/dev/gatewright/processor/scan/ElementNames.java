package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.ClassReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Names of elements, for the model and for messages. Written here because auto-common, which has
 * utilities for elements, needs Guava, which is 3 MB on the path of each compilation.
 */
final class ElementNames {
  private ElementNames() {}

  static ClassReference reference(TypeElement type) {
    Deque<String> simpleNames = new ArrayDeque<>();
    Element element = type;
    while (element.getKind().isClass() || element.getKind().isInterface()) {
      simpleNames.addFirst(element.getSimpleName().toString());
      element = enclosing(element);
    }
    return new ClassReference(packageOf(type), List.copyOf(simpleNames));
  }

  /** What the element is declared in. Only packages and modules are in nothing. */
  static Element enclosing(Element element) {
    return Objects.requireNonNull(element.getEnclosingElement());
  }

  /** The type that a member is declared in. */
  static TypeElement enclosingType(Element member) {
    return (TypeElement) enclosing(member);
  }

  static String packageOf(Element inside) {
    Element element = inside;
    while (element != null && element.getKind() != ElementKind.PACKAGE) {
      element = element.getEnclosingElement();
    }
    return element == null ? "" : ((PackageElement) element).getQualifiedName().toString();
  }

  static TypeElement typeOf(AnnotationMirror annotation) {
    return (TypeElement) annotation.getAnnotationType().asElement();
  }

  static boolean isNamed(Element element, String qualifiedName) {
    return element instanceof QualifiedNameable named
        && named.getQualifiedName().contentEquals(qualifiedName);
  }

  /** {@code Bank.Accounts}, {@code Bank.Accounts.find(UUID)}, {@code Transfer.amount}. */
  static String describe(Element element) {
    if (element instanceof TypeElement type) {
      return String.join(".", reference(type).simpleNames());
    }
    if (element instanceof ExecutableElement executable) {
      String owner = describe(enclosing(executable));
      String parameters =
          executable.getParameters().stream()
              .map(parameter -> simple(parameter.asType()))
              .collect(Collectors.joining(", ", "(", ")"));
      boolean constructor = element.getKind() == ElementKind.CONSTRUCTOR;
      return owner + (constructor ? "" : "." + element.getSimpleName()) + parameters;
    }
    return switch (element.getKind()) {
      case PARAMETER -> "parameter '" + element.getSimpleName() + "' of " + owner(element);
      case FIELD -> owner(element) + "." + element.getSimpleName();
      default -> element.getSimpleName().toString();
    };
  }

  private static String owner(Element element) {
    return describe(enclosing(element));
  }

  /** The type by its simple names. */
  static String simple(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return simple(array.getComponentType()) + "[]";
    }
    if (type instanceof DeclaredType declared) {
      return declared.asElement().getSimpleName().toString();
    }
    String text = type.toString();
    return text.substring(text.lastIndexOf(' ') + 1);
  }
}
