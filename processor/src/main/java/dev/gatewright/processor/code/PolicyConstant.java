package dev.gatewright.processor.code;

import dev.gatewright.Counted;
import dev.gatewright.OnLimit;
import dev.gatewright.OnOutage;
import dev.gatewright.limit.LimitDefinition;
import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.ConsultedClass;
import dev.gatewright.processor.model.ConsultedClass.Argument;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.InputSpec;
import dev.gatewright.processor.model.Parameter;
import dev.gatewright.processor.model.Route;
import dev.gatewright.processor.plan.Access;
import dev.gatewright.processor.plan.EndpointPlan;
import dev.gatewright.processor.plan.Limit;
import java.util.ArrayList;
import java.util.List;

/** The constant that tells the gate everything of one endpoint. */
final class PolicyConstant {
  private final GuardedType type;
  private final EndpointPlan endpoint;
  private final GuardedMethod method;
  private final CodeText code;

  PolicyConstant(GuardedType type, EndpointPlan endpoint, CodeText code) {
    this.type = type;
    this.endpoint = endpoint;
    this.method = endpoint.method();
    this.code = code;
  }

  void add(String name) {
    code.member().javadoc(Summary.of(type, endpoint)).text("static final ");
    code.type(RuntimeTypes.ENDPOINT_POLICY).text(" " + name + " =\n");
    code.indent().type(RuntimeTypes.ENDPOINT_POLICY).text(".of(");
    code.type(type.name()).text(".class").comma().literal(method.name());
    Erasure erasure = new Erasure(type, method);
    for (Parameter parameter : method.parameters()) {
      code.comma().type(erasure.of(parameter.type())).text(".class");
    }
    code.text(")").indent();
    Route route = method.route();
    if (route != null) {
      call("route").literal(route.httpMethod()).comma().literal(route.path()).text(")");
    }
    access();
    endpoint.limits().forEach(this::limit);
    InputSpec input = endpoint.input();
    if (input != null) {
      input(input, erasure);
    }
    asked();
    call("build").text(");\n").unindent().unindent();
  }

  /** Begins a call; its arguments and the parenthesis that ends it follow. */
  private CodeText call(String name) {
    return code.text("\n." + name + "(");
  }

  private void constant(String name, ClassReference enumeration, Enum<?> value) {
    call(name).type(enumeration).text("." + value.name() + ")");
  }

  private void access() {
    Access access = endpoint.access();
    if (access instanceof Access.Open open) {
      call("open").literal(open.reason()).text(")");
    } else if (access instanceof Access.Authenticated authenticated) {
      call("secured").text(")");
      authenticated(authenticated);
    }
  }

  private void authenticated(Access.Authenticated access) {
    if (!access.schemes().isEmpty()) {
      call("schemes");
      code.commaSeparated(
          access.schemes(), each -> code.type(RuntimeTypes.SCHEME).text("." + each));
      code.text(")");
    }
    access.roleGroups().forEach(group -> call("anyRole").literals(group).text(")"));
    if (!access.scopes().isEmpty()) {
      call("allScopes").literals(access.scopes()).text(")");
    }
    if (access.mfa()) {
      call("mfa").text(")");
    }
    access.acrs().forEach(acr -> call("acr").literal(acr).text(")"));
    if (access.maxAuthAge() != null) {
      call("maxAuthAge").duration(access.maxAuthAge()).text(")");
    }
  }

  private void limit(Limit limit) {
    LimitDefinition definition = limit.definition();
    ClassReference sharedBy = limit.sharedBy();
    call(sharedBy == null ? "limit" : "sharedLimit").indent().text("\n");
    if (sharedBy != null) {
      code.type(sharedBy).text(".class,\n");
    }
    code.type(RuntimeTypes.LIMIT_POLICY).text(".named(").literal(limit.name()).text(")").indent();
    call("permits").text(Literals.number(definition.permits())).comma();
    code.duration(definition.period()).text(")");
    constant("strategy", RuntimeTypes.STRATEGY, definition.strategy());
    constant("key", RuntimeTypes.LIMIT_KEY, definition.key());
    if (definition.burst() != 0) {
      call("burst").text(Literals.number(definition.burst()) + ")");
    }
    if (definition.cost() != 1) {
      call("cost").text(Literals.number(definition.cost()) + ")");
    }
    if (definition.counted() != Counted.EVERY_CALL) {
      constant("counted", RuntimeTypes.COUNTED, definition.counted());
    }
    if (!definition.maxWait().isZero()) {
      call("maxWait").duration(definition.maxWait()).text(")");
    }
    if (limit.onLimit() != OnLimit.REFUSE) {
      constant("onLimit", RuntimeTypes.ON_LIMIT, limit.onLimit());
    }
    if (limit.onOutage() != OnOutage.DENY) {
      constant("onOutage", RuntimeTypes.ON_OUTAGE, limit.onOutage());
    }
    Limit.Plan plan = limit.plan();
    if (plan != null) {
      call(plan.others() ? "otherPlans" : "plan").type(plan.plans()).text(".class");
      if (!plan.names().isEmpty()) {
        code.comma().literals(plan.names());
      }
      code.text(")");
    }
    call("build").text("))").unindent().unindent();
  }

  private void input(InputSpec input, Erasure erasure) {
    call("body").text(Literals.number(input.maxBodyBytes().value())).comma();
    code.text(Literals.number(input.maxDepth().value()) + ")");
    if (!method.parameters().isEmpty()) {
      List<String> names = method.parameters().stream().map(Parameter::name).toList();
      call("parameterNames").literals(names).text(")");
    }
    if (!input.groups().isEmpty()) {
      call("groups");
      code.commaSeparated(input.groups(), each -> code.type(erasure.of(each)).text(".class"));
      code.text(")");
    }
  }

  /** Names that parameters were matched by: the guard is good for these only. */
  private void asked() {
    List<Asked> asked = new ArrayList<>();
    endpoint.policies().forEach(each -> asked.add(new Asked(each, "permits")));
    endpoint.keys().forEach(each -> asked.add(new Asked(each, "key")));
    asked.removeIf(each -> each.consultedClass().arguments().isEmpty());
    if (!asked.isEmpty()) {
      call("names").literals(method.parameters().stream().map(Parameter::names).toList()).text(")");
    }
    for (Asked each : asked) {
      call("asks").type(each.consultedClass().type()).text(".class").comma();
      code.literal(each.question()).comma();
      code.literals(each.consultedClass().arguments().stream().map(Argument::name).toList());
      code.text(")");
    }
  }

  /** A class and the method of it that is called. */
  private record Asked(ConsultedClass consultedClass, String question) {}
}
