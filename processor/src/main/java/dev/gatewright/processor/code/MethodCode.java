package dev.gatewright.processor.code;

import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.Parameter;
import dev.gatewright.processor.model.TypeUse;
import dev.gatewright.processor.model.Visibility;
import dev.gatewright.processor.plan.EndpointPlan;
import java.util.List;

/** The methods of a guard. */
final class MethodCode {
  private static final ClassReference OVERRIDE =
      new ClassReference("java.lang", List.of("Override"));
  private static final TypeUse VOID = new TypeUse.Primitive("void");

  private final GuardNames names;
  private final String target;
  private final CodeText code;

  /**
   * @param target what the guarded methods are called on: super, or a field
   */
  MethodCode(GuardNames names, String target, CodeText code) {
    this.names = names;
    this.target = target;
    this.code = code;
  }

  void guarded(EndpointPlan endpoint) {
    override(endpoint.method());
    new CheckCode(names, endpoint, code).add();
    call(endpoint.method());
  }

  void delegated(GuardedMethod method) {
    override(method);
    call(method);
  }

  private void override(GuardedMethod method) {
    SignatureCode signature = new SignatureCode(code);
    code.member().text("@").type(OVERRIDE).text("\n");
    method.annotations().forEach(code::annotationAbove);
    signature.begin(method.visibility(), method.typeParameters());
    code.type(method.writtenReturnType()).text(" ");
    signature.name(method.name());
    List<Parameter> parameters = method.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      signature.parameter(parameter.annotations(), parameter.written());
      if (method.varargs() && i == parameters.size() - 1) {
        code.variableArity();
      }
      code.text(" " + parameter.name());
    }
    signature.end(method.thrownTypes());
  }

  private void call(GuardedMethod method) {
    boolean returns = !method.returnType().equals(VOID);
    code.beginStatement()
        .text((returns ? "return " : "") + target + "." + method.name() + "(")
        .list(CheckCode.arguments(method))
        .text(")")
        .endStatement()
        .endBody();
  }

  /** Hands out the policies of all endpoints. */
  void endpointPolicies(TypeUse listOfPolicies) {
    SignatureCode signature = new SignatureCode(code);
    code.member().text("@").type(OVERRIDE).text("\n");
    signature.begin(Visibility.PUBLIC, List.of());
    code.type(listOfPolicies).text(" ");
    signature.name("endpointPolicies");
    signature.end(List.of());
    code.beginStatement().text("return " + names.endpointPolicies()).endStatement();
    code.endBody();
  }
}
