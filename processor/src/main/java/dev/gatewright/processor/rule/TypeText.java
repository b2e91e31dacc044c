package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.TypeUse;
import java.util.List;
import java.util.stream.Collectors;

/** Types and packages, as messages show them. */
final class TypeText {
  private TypeText() {}

  /** With simple names, as the sources have them. */
  static String of(TypeUse type) {
    if (type instanceof TypeUse.Primitive primitive) {
      return primitive.keyword();
    }
    if (type instanceof TypeUse.Declared declared) {
      return declared.name().simpleName() + arguments(declared.arguments());
    }
    if (type instanceof TypeUse.Array array) {
      return of(array.component()) + "[]";
    }
    if (type instanceof TypeUse.Variable variable) {
      return variable.name();
    }
    if (type instanceof TypeUse.ExtendsWildcard wildcard) {
      return "? extends " + of(wildcard.upper());
    }
    return "? super " + of(((TypeUse.SuperWildcard) type).lower());
  }

  static String ofPackage(String name) {
    return name.isEmpty() ? "the unnamed package" : "package " + name;
  }

  private static String arguments(List<TypeUse> arguments) {
    return arguments.isEmpty()
        ? ""
        : arguments.stream().map(TypeText::of).collect(Collectors.joining(", ", "<", ">"));
  }
}
