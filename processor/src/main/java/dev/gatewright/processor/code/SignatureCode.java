package dev.gatewright.processor.code;

import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.TypeParameter;
import dev.gatewright.processor.model.TypeUse;
import dev.gatewright.processor.model.TypeUse.AnnotationText;
import dev.gatewright.processor.model.Visibility;
import java.util.List;

/** The head of a constructor or method, from its visibility to the brace that opens it. */
final class SignatureCode {
  private static final TypeUse OBJECT =
      new TypeUse.Declared(new ClassReference("java.lang", List.of("Object")), List.of());

  private final CodeText code;
  private boolean hasParameters;

  SignatureCode(CodeText code) {
    this.code = code;
  }

  /** Begins it; the type of a method, if any, and the name follow. */
  void begin(Visibility visibility, List<TypeParameter> typeParameters) {
    switch (visibility) {
      case PUBLIC -> code.text("public ");
      case PROTECTED -> code.text("protected ");
      case PACKAGE, PRIVATE -> {}
    }
    if (!typeParameters.isEmpty()) {
      code.enter(typeParameters);
      String separator = "<";
      for (TypeParameter each : typeParameters) {
        code.text(separator + each.name());
        bounds(each);
        separator = ", ";
      }
      code.text("> ");
    }
  }

  private void bounds(TypeParameter parameter) {
    String separator = " extends ";
    for (TypeUse bound : parameter.bounds()) {
      if (!bound.equals(OBJECT)) {
        code.text(separator).type(bound);
        separator = " & ";
      }
    }
  }

  /** Adds the name; parameters follow. */
  void name(String name) {
    code.text(name + "(").wrappingPlace();
  }

  /** Adds a parameter; its name follows. */
  CodeText parameter(List<AnnotationText> annotations, TypeUse type) {
    if (hasParameters) {
      code.comma();
    }
    hasParameters = true;
    annotations.forEach(each -> code.annotation(each).text(" "));
    return code.type(type);
  }

  void end(List<TypeUse> thrownTypes) {
    code.text(")");
    if (!thrownTypes.isEmpty()) {
      code.wrappingSpace().text("throws").wrappingSpace();
      code.commaSeparated(thrownTypes.stream().distinct().toList(), code::type);
    }
    code.beginBody();
  }
}
