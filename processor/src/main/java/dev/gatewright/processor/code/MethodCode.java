package dev.gatewright.processor.code;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.Parameter;
import dev.gatewright.processor.model.TypeUse;
import dev.gatewright.processor.model.Visibility;
import dev.gatewright.processor.plan.EndpointPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods of a guard. */
final class MethodCode {
  private final GuardNames names;
  private final String target;

  /**
   * @param target what the guarded methods are called on: super, or a field
   */
  MethodCode(GuardNames names, String target) {
    this.names = names;
    this.target = target;
  }

  MethodSpec guarded(EndpointPlan endpoint) {
    GuardedMethod method = endpoint.method();
    CodeText body = new CodeText();
    new CheckCode(names, endpoint, body).add();
    return override(method).addCode(call(method, body)).build();
  }

  MethodSpec delegated(GuardedMethod method) {
    return override(method).addCode(call(method, new CodeText())).build();
  }

  private static MethodSpec.Builder override(GuardedMethod method) {
    MethodSpec.Builder override =
        MethodSpec.methodBuilder(method.name())
            .addAnnotation(Override.class)
            .addTypeVariables(TypeNames.variables(method.typeParameters()))
            .returns(TypeNames.of(method.writtenReturnType()))
            .varargs(method.varargs());
    modifiers(method.visibility()).forEach(override::addModifiers);
    for (Parameter parameter : method.parameters()) {
      override.addParameter(
          ParameterSpec.builder(TypeNames.of(parameter.written()), parameter.name())
              .addAnnotations(parameter.annotations().stream().map(TypeNames::annotation).toList())
              .build());
    }
    method.thrownTypes().forEach(thrown -> override.addException(TypeNames.of(thrown)));
    return override;
  }

  static List<Modifier> modifiers(Visibility visibility) {
    return switch (visibility) {
      case PUBLIC -> List.of(Modifier.PUBLIC);
      case PROTECTED -> List.of(Modifier.PROTECTED);
      case PACKAGE, PRIVATE -> List.of();
    };
  }

  private CodeBlock call(GuardedMethod method, CodeText body) {
    boolean returns = !method.returnType().equals(new TypeUse.Primitive("void"));
    return body.beginStatement()
        .text((returns ? "return " : "") + target + "." + method.name() + "(")
        .list(CheckCode.arguments(method))
        .text(")")
        .endStatement()
        .build();
  }

  /** Hands out the policies of all endpoints. */
  MethodSpec endpointPolicies(TypeName listOfPolicies) {
    return MethodSpec.methodBuilder("endpointPolicies")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(listOfPolicies)
        .addStatement("return $L", names.endpointPolicies())
        .build();
  }
}
