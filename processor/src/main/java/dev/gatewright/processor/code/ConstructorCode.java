package dev.gatewright.processor.code;

import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.GuardedConstructor;
import dev.gatewright.processor.model.GuardedConstructor.ConstructorParameter;
import dev.gatewright.processor.model.TypeUse;
import dev.gatewright.processor.model.Visibility;
import java.util.ArrayList;
import java.util.List;

/** The constructors of a guard: the type's own, with their annotations, plus what a guard needs. */
final class ConstructorCode {
  private final String guard;
  private final GuardNames names;
  private final CodeText code;

  /**
   * @param guard the guard's simple name
   */
  ConstructorCode(String guard, GuardNames names, CodeText code) {
    this.guard = guard;
    this.names = names;
    this.code = code;
  }

  void repeated(GuardedConstructor original) {
    SignatureCode signature = new SignatureCode(code);
    code.member();
    original.annotations().forEach(code::annotationAbove);
    signature.begin(original.visibility(), original.typeParameters());
    signature.name(guard);
    List<String> arguments = new ArrayList<>();
    for (ConstructorParameter each : original.parameters()) {
      signature.parameter(each.annotations(), written(each)).text(" " + each.name());
      arguments.add(each.name());
    }
    List<Own> own = own(arguments, signature);
    signature.end(original.thrownTypes());
    if (!arguments.isEmpty()) {
      code.beginStatement().text("super(").list(arguments).text(")").endStatement();
    }
    end(own);
  }

  private static TypeUse written(ConstructorParameter parameter) {
    return parameter.typeAnnotations().isEmpty()
        ? parameter.type()
        : new TypeUse.Annotated(parameter.type(), parameter.typeAnnotations());
  }

  /** The constructor of an interface's guard. */
  void delegating(Visibility visibility, TypeUse delegateType) {
    SignatureCode signature = new SignatureCode(code);
    code.member();
    signature.begin(visibility, List.of());
    signature.name(guard);
    signature.parameter(List.of(), delegateType).text(" " + names.delegate());
    List<Own> own = own(List.of(names.delegate()), signature);
    signature.end(List.of());
    assign(new Own(names.delegate(), names.delegate()));
    end(own);
  }

  /** Adds the parameters that a guard needs. */
  private List<Own> own(List<String> others, SignatureCode signature) {
    UniqueNames taken = new UniqueNames(others);
    List<Own> own = new ArrayList<>();
    own.add(own(RuntimeTypes.GATE, names.gate(), taken, signature));
    names.consultedClasses().forEach((type, field) -> own.add(own(type, field, taken, signature)));
    return own;
  }

  private static Own own(
      ClassReference type, String field, UniqueNames taken, SignatureCode signature) {
    Own own = new Own(field, taken.variable(field));
    signature
        .parameter(List.of(), new TypeUse.Declared(type, List.of()))
        .text(" " + own.parameter());
    return own;
  }

  private void end(List<Own> own) {
    own.forEach(this::assign);
    code.endBody();
  }

  private void assign(Own own) {
    code.beginStatement().text("this." + own.field() + " = " + own.parameter()).endStatement();
  }

  /** A field and the parameter that it is set from. */
  private record Own(String field, String parameter) {}
}
