package dev.gatewright.processor.scan;

import java.util.Locale;
import java.util.StringJoiner;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Names types and methods as an adapter names them that sees loaded classes by reflection. */
final class BinaryNames {
  private final Elements elements;
  private final Types types;

  BinaryNames(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** A type, or a method with its type: {@code bank.Accounts.find(java.util.UUID)}. */
  String of(Element element) {
    return element instanceof ExecutableElement method
        ? of(ElementNames.enclosing(method)) + "." + signature(method)
        : elements.getBinaryName((TypeElement) element).toString();
  }

  /** A method without its type, its parameters erased: {@code find(java.util.UUID)}. */
  String signature(ExecutableElement method) {
    StringJoiner parameters = new StringJoiner(",", method.getSimpleName() + "(", ")");
    for (VariableElement parameter : method.getParameters()) {
      parameters.add(of(parameter.asType()));
    }
    return parameters.toString();
  }

  /** An erased type: {@code java.util.UUID[]}. */
  String of(TypeMirror type) {
    TypeMirror erased = types.erasure(type);
    if (erased instanceof ArrayType array) {
      return of(array.getComponentType()) + "[]";
    }
    return erased instanceof DeclaredType declared
        ? of(declared.asElement())
        : erased.getKind().name().toLowerCase(Locale.ROOT);
  }
}
