package dev.gatewright.processor.code;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import dev.gatewright.processor.model.ConsultedClass;
import dev.gatewright.processor.model.ConsultedClass.Argument;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.Parameter;
import dev.gatewright.processor.model.TypeUse;
import dev.gatewright.processor.plan.EndpointPlan;
import dev.gatewright.processor.plan.Limit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a guard's method does before it lets the call through. */
final class CheckCode {
  private final GuardNames names;
  private final GuardedMethod method;
  private final List<Limit> limits;
  private final List<ConsultedClass> keys;
  private final List<ConsultedClass> policies;
  private final boolean validated;
  private final String passage;
  private final String violations;
  private final CodeBlock.Builder code = CodeBlock.builder();

  private CheckCode(GuardNames names, EndpointPlan endpoint) {
    this.names = names;
    this.method = endpoint.method();
    this.limits = endpoint.limits();
    this.keys = endpoint.keys();
    this.policies = endpoint.policies();
    this.validated = endpoint.validatesArguments();
    UniqueNames variables = new UniqueNames(takenNames());
    this.passage = variables.variable("passage");
    this.violations = variables.variable("violations");
  }

  static CodeBlock of(GuardNames names, EndpointPlan endpoint) {
    return new CheckCode(names, endpoint).checks();
  }

  /** The arguments of a call, as they are handed on. */
  static CodeBlock arguments(GuardedMethod method) {
    List<CodeBlock> arguments =
        method.parameters().stream().map(each -> CodeBlock.of("$L", each.name())).toList();
    return CodeBlock.join(arguments, ",$W");
  }

  private Set<String> takenNames() {
    Stream<String> fields =
        Stream.concat(
            Stream.of(names.gate(), names.delegate()), names.consultedClasses().values().stream());
    return Stream.concat(method.parameters().stream().map(Parameter::name), fields)
        .collect(Collectors.toSet());
  }

  private CodeBlock checks() {
    String constant = names.constant(method);
    if (keys.isEmpty() && policies.isEmpty() && !validated) {
      return code.addStatement("$L.enter($L)", names.gate(), constant).build();
    }
    code.add("// Checks transport, limits, authentication and access, which need no argument.\n");
    code.addStatement(
        "$T $L = $L.enter($L)", RuntimeTypes.PASSAGE, passage, names.gate(), constant);
    validation();
    keyedLimits();
    objects();
    return code.build();
  }

  private void validation() {
    List<String> needed = needed();
    if (!validated && needed.isEmpty()) {
      return;
    }
    code.add("// Validates the arguments and reports all violations together.\n");
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

  /** The arguments that somebody is asked with and must not see as null. */
  private List<String> needed() {
    Set<String> wanted =
        Stream.concat(keys.stream(), policies.stream())
            .flatMap(each -> each.arguments().stream())
            .filter(argument -> !argument.nullable())
            .map(Argument::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return method.parameters().stream()
        .filter(parameter -> !(parameter.type() instanceof TypeUse.Primitive))
        .map(Parameter::name)
        .filter(wanted::contains)
        .toList();
  }

  private void keyedLimits() {
    if (keys.isEmpty()) {
      return;
    }
    code.add("// Charges the limits that count by an argument: all of them, or none.\n");
    for (Limit limit : limits) {
      if (limit.keyedBy() != null) {
        code.addStatement(
            "$L.limitKey($S, $L)", passage, limit.name(), asked(limit.keyedBy(), "key"));
      }
    }
    code.addStatement("$L.acquireLimits()", passage);
  }

  private void objects() {
    if (!policies.isEmpty()) {
      code.add("// Asks the policies whether the caller may use this object.\n");
    }
    for (ConsultedClass policy : policies) {
      code.addStatement(
          "$L.require($S, $L)", passage, policy.type().simpleName(), asked(policy, "permits"));
    }
  }

  private CodeBlock asked(ConsultedClass consultedClass, String question) {
    Stream<CodeBlock> caller =
        consultedClass.takesCaller()
            ? Stream.of(CodeBlock.of("$L.caller()", passage))
            : Stream.of();
    Stream<CodeBlock> others =
        consultedClass.arguments().stream().map(argument -> CodeBlock.of("$L", argument.name()));
    return CodeBlock.of(
        "$L.$L($L)",
        names.consultedClass(consultedClass.type()),
        question,
        CodeBlock.join(Stream.concat(caller, others).toList(), ",$W"));
  }
}
