package dev.gatewright.processor.code;

import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.ConsultedClass;
import dev.gatewright.processor.model.ConsultedClass.Argument;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.Parameter;
import dev.gatewright.processor.model.TypeUse;
import dev.gatewright.processor.plan.EndpointPlan;
import dev.gatewright.processor.plan.Limit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a guard's method does before it lets the call through. */
final class CheckCode {
  private static final TypeUse OBJECTS =
      new TypeUse.Array(
          new TypeUse.Declared(new ClassReference("java.lang", List.of("Object")), List.of()));

  private final GuardNames names;
  private final GuardedMethod method;
  private final List<Limit> limits;
  private final List<ConsultedClass> keys;
  private final List<ConsultedClass> policies;
  private final boolean validated;
  private final String passage;
  private final String violations;
  private final CodeText code;

  CheckCode(GuardNames names, EndpointPlan endpoint, CodeText code) {
    this.names = names;
    this.method = endpoint.method();
    this.limits = endpoint.limits();
    this.keys = endpoint.keys();
    this.policies = endpoint.policies();
    this.validated = endpoint.validatesArguments();
    UniqueNames variables = new UniqueNames(takenNames());
    this.passage = variables.variable("passage");
    this.violations = variables.variable("violations");
    this.code = code;
  }

  /** The arguments of a call, as they are handed on. */
  static List<String> arguments(GuardedMethod method) {
    return method.parameters().stream().map(Parameter::name).toList();
  }

  private Set<String> takenNames() {
    Set<String> taken = new HashSet<>(arguments(method));
    taken.add(names.gate());
    taken.add(names.delegate());
    taken.addAll(names.consultedClasses().values());
    return taken;
  }

  void add() {
    String enter = names.gate() + ".enter(" + names.constant(method) + ")";
    if (keys.isEmpty() && policies.isEmpty() && !validated) {
      statement(enter);
      return;
    }
    comment("Checks transport, limits, authentication and access, which need no argument.");
    code.beginStatement().type(RuntimeTypes.PASSAGE);
    code.text(" " + passage + " = " + enter).endStatement();
    validation();
    keyedLimits();
    objects();
  }

  private void comment(String text) {
    code.text("// " + text + "\n");
  }

  private void statement(String text) {
    code.beginStatement().text(text).endStatement();
  }

  private void validation() {
    List<String> needed = needed();
    if (!validated && needed.isEmpty()) {
      return;
    }
    comment("Validates the arguments and reports all violations together.");
    code.beginStatement().type(RuntimeTypes.VIOLATIONS);
    code.text(" " + violations + " = " + passage + ".violations()").endStatement();
    for (String name : needed) {
      code.beginStatement().text(violations + ".notNull(").literal(name);
      code.text(", " + name + ")").endStatement();
    }
    if (validated) {
      code.beginStatement().text(violations + ".check(this, new ").type(OBJECTS);
      code.text(" {").list(arguments(method)).text("})").endStatement();
    }
    statement(violations + ".refuseIfAny()");
  }

  /** The arguments that somebody is asked with and must not see as null. */
  private List<String> needed() {
    if (keys.isEmpty() && policies.isEmpty()) {
      return List.of();
    }
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
    comment("Charges the limits that count by an argument: all of them, or none.");
    for (Limit limit : limits) {
      if (limit.keyedBy() != null) {
        code.beginStatement().text(passage + ".limitKey(").literal(limit.name());
        asked(limit.keyedBy(), "key");
        code.endStatement();
      }
    }
    statement(passage + ".acquireLimits()");
  }

  private void objects() {
    if (!policies.isEmpty()) {
      comment("Asks the policies whether the caller may use this object.");
    }
    for (ConsultedClass policy : policies) {
      code.beginStatement().text(passage + ".require(").literal(policy.type().simpleName());
      asked(policy, "permits");
      code.endStatement();
    }
  }

  /** Adds the question as the last argument of a call. */
  private void asked(ConsultedClass consultedClass, String question) {
    List<String> arguments = new ArrayList<>();
    if (consultedClass.takesCaller()) {
      arguments.add(passage + ".caller()");
    }
    consultedClass.arguments().forEach(argument -> arguments.add(argument.name()));
    code.text(", " + names.consultedClass(consultedClass.type()) + "." + question + "(");
    code.list(arguments).text("))");
  }
}
