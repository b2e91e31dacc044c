package dev.gatewright.processor.code;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.gatewright.processor.model.Access;
import dev.gatewright.processor.model.Combination;
import dev.gatewright.processor.model.Combined;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.Parameter;
import dev.gatewright.processor.model.PolicySpec;
import dev.gatewright.processor.model.PolicySpec.PolicyParameter;
import dev.gatewright.processor.model.TypeUse;
import dev.gatewright.processor.model.Visibility;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  MethodSpec guarded(GuardedMethod method) {
    return override(method).addCode(checks(method)).addCode(call(method)).build();
  }

  MethodSpec delegated(GuardedMethod method) {
    return override(method).addCode(call(method)).build();
  }

  private static MethodSpec.Builder override(GuardedMethod method) {
    MethodSpec.Builder override =
        MethodSpec.methodBuilder(method.name())
            .addAnnotation(Override.class)
            .addTypeVariables(TypeNames.variables(method.typeParameters()))
            .returns(TypeNames.of(method.returnType()))
            .varargs(method.varargs());
    modifiers(method.visibility()).forEach(override::addModifiers);
    for (Parameter parameter : method.parameters()) {
      override.addParameter(
          ParameterSpec.builder(TypeNames.of(parameter.type()), parameter.name()).build());
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

  private CodeBlock call(GuardedMethod method) {
    boolean returns = !method.returnType().equals(new TypeUse.Primitive("void"));
    return CodeBlock.builder()
        .addStatement(
            "$L$L.$L($L)", returns ? "return " : "", target, method.name(), arguments(method))
        .build();
  }

  private static CodeBlock arguments(GuardedMethod method) {
    List<CodeBlock> arguments =
        method.parameters().stream().map(each -> CodeBlock.of("$L", each.name())).toList();
    return CodeBlock.join(arguments, ",$W");
  }

  private CodeBlock checks(GuardedMethod method) {
    Combined combined = Combination.of(method);
    List<PolicySpec> policies =
        combined.access() instanceof Access.Authenticated access ? access.policies() : List.of();
    boolean validated = combined.input() != null && !method.parameters().isEmpty();
    String constant = names.constant(method);
    CodeBlock.Builder code = CodeBlock.builder();
    if (policies.isEmpty() && !validated) {
      return code.addStatement("$L.enter($L)", names.gate(), constant).build();
    }
    UniqueNames variables =
        new UniqueNames(
            Stream.concat(
                    method.parameters().stream().map(Parameter::name),
                    Stream.concat(
                        Stream.of(names.gate(), names.delegate()),
                        names.policies().values().stream()))
                .collect(Collectors.toSet()));
    String passage = variables.variable("passage");
    code.add("// Transport, limits, authentication and access: all that needs no argument.\n");
    code.addStatement(
        "$T $L = $L.enter($L)", RuntimeTypes.PASSAGE, passage, names.gate(), constant);
    validation(method, validated, policies, passage, variables.variable("violations"), code);
    objects(policies, passage, code);
    return code.build();
  }

  private static void validation(
      GuardedMethod method,
      boolean validated,
      List<PolicySpec> policies,
      String passage,
      String violations,
      CodeBlock.Builder code) {
    List<String> needed = neededByPolicies(method, policies);
    if (!validated && needed.isEmpty()) {
      return;
    }
    code.add("// The arguments: every violation at once.\n");
    code.addStatement("$T $L = $L.violations()", RuntimeTypes.VIOLATIONS, violations, passage);
    needed.forEach(name -> code.addStatement("$L.notNull($S, $L)", violations, name, name));
    if (validated) {
      code.addStatement(
          "$L.check(this, new $T {$L})",
          violations,
          ArrayTypeName.of(Object.class),
          arguments(method));
    }
    code.addStatement("$L.refuseIfAny()", violations);
  }

  /** The arguments that a policy is asked with and must not see as null. */
  private static List<String> neededByPolicies(GuardedMethod method, List<PolicySpec> policies) {
    Set<String> wanted =
        policies.stream()
            .flatMap(policy -> parameters(policy).stream())
            .filter(parameter -> !parameter.nullable())
            .map(PolicyParameter::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return method.parameters().stream()
        .filter(parameter -> !(parameter.type() instanceof TypeUse.Primitive))
        .map(Parameter::name)
        .filter(wanted::contains)
        .toList();
  }

  private static List<PolicyParameter> parameters(PolicySpec policy) {
    return policy.permitsMethods().get(0).parameters();
  }

  private void objects(List<PolicySpec> policies, String passage, CodeBlock.Builder code) {
    if (!policies.isEmpty()) {
      code.add("// The object: may this caller touch it?\n");
    }
    for (PolicySpec policy : policies) {
      CodeBlock.Builder arguments = CodeBlock.builder().add("$L.caller()", passage);
      parameters(policy).forEach(parameter -> arguments.add(",$W$L", parameter.name()));
      code.addStatement(
          "$L.require($S, $L.permits($L))",
          passage,
          policy.type().simpleName(),
          names.policy(policy.type()),
          arguments.build());
    }
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
