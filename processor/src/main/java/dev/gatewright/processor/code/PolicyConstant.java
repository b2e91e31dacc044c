package dev.gatewright.processor.code;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.gatewright.Counted;
import dev.gatewright.OnLimit;
import dev.gatewright.OnOutage;
import dev.gatewright.limit.LimitDefinition;
import dev.gatewright.processor.model.ConsultedClass;
import dev.gatewright.processor.model.ConsultedClass.Argument;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.InputSpec;
import dev.gatewright.processor.model.Parameter;
import dev.gatewright.processor.model.Route;
import dev.gatewright.processor.model.TypeUse;
import dev.gatewright.processor.plan.Access;
import dev.gatewright.processor.plan.EndpointPlan;
import dev.gatewright.processor.plan.Limit;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The constant that tells the gate everything of one endpoint. */
final class PolicyConstant {
  private final GuardedType type;
  private final EndpointPlan endpoint;
  private final GuardedMethod method;
  private final CodeBlock.Builder calls = CodeBlock.builder();

  private PolicyConstant(GuardedType type, EndpointPlan endpoint) {
    this.type = type;
    this.endpoint = endpoint;
    this.method = endpoint.method();
  }

  static FieldSpec of(GuardedType type, EndpointPlan endpoint, String name) {
    PolicyConstant constant = new PolicyConstant(type, endpoint);
    return FieldSpec.builder(RuntimeTypes.ENDPOINT_POLICY, name, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("$L", Summary.of(type, endpoint))
        .initializer(constant.initializer())
        .build();
  }

  private CodeBlock initializer() {
    calls.add("\n$>$>$T.of($L)$>$>", RuntimeTypes.ENDPOINT_POLICY, signature());
    Route route = method.route();
    if (route != null) {
      call(
          "route",
          CodeBlock.of(
              "$L,$W$L", Literals.string(route.httpMethod()), Literals.string(route.path())));
    }
    access();
    endpoint.limits().forEach(this::limit);
    InputSpec input = endpoint.input();
    if (input != null) {
      input(input);
    }
    asked();
    call("build", CodeBlock.of(""));
    return calls.add("$<$<$<$<").build();
  }

  private void call(String name, CodeBlock arguments) {
    calls.add("\n.$L($L)", name, arguments);
  }

  private CodeBlock signature() {
    Erasure erasure = new Erasure(type, method);
    CodeBlock.Builder signature =
        CodeBlock.builder().add("$T.class,$W$S", TypeNames.of(type.name()), method.name());
    for (Parameter parameter : method.parameters()) {
      signature.add(",$W$T.class", erasure.of(parameter.type()));
    }
    return signature.build();
  }

  private void access() {
    Access access = endpoint.access();
    if (access instanceof Access.Open open) {
      call("open", Literals.string(open.reason()));
    } else if (access instanceof Access.Authenticated authenticated) {
      call("secured", CodeBlock.of(""));
      authenticated(authenticated);
    }
  }

  private void authenticated(Access.Authenticated access) {
    if (!access.schemes().isEmpty()) {
      List<CodeBlock> schemes =
          access.schemes().stream()
              .map(scheme -> CodeBlock.of("$T.$L", RuntimeTypes.SCHEME, scheme))
              .toList();
      call("schemes", CodeBlock.join(schemes, ",$W"));
    }
    access.roleGroups().forEach(group -> call("anyRole", Literals.strings(group)));
    if (!access.scopes().isEmpty()) {
      call("allScopes", Literals.strings(access.scopes()));
    }
    if (access.mfa()) {
      call("mfa", CodeBlock.of(""));
    }
    access.acrs().forEach(acr -> call("acr", CodeBlock.of("$S", acr)));
    if (access.maxAuthAge() != null) {
      call("maxAuthAge", Literals.duration(access.maxAuthAge()));
    }
  }

  private void limit(Limit limit) {
    LimitDefinition definition = limit.definition();
    boolean shared = limit.sharedBy() != null;
    calls.add(shared ? "\n.sharedLimit($>$>\n" : "\n.limit($>$>\n");
    if (limit.sharedBy() != null) {
      calls.add("$T.class,\n", TypeNames.of(limit.sharedBy()));
    }
    calls.add("$T.named($S)$>$>", RuntimeTypes.LIMIT_POLICY, limit.name());
    call(
        "permits",
        CodeBlock.of(
            "$L,$W$L",
            Literals.number(definition.permits()),
            Literals.duration(definition.period())));
    call("strategy", CodeBlock.of("$T.$L", RuntimeTypes.STRATEGY, definition.strategy()));
    call("key", CodeBlock.of("$T.$L", RuntimeTypes.LIMIT_KEY, definition.key()));
    if (definition.burst() != 0) {
      call("burst", CodeBlock.of("$L", Literals.number(definition.burst())));
    }
    if (definition.cost() != 1) {
      call("cost", CodeBlock.of("$L", Literals.number(definition.cost())));
    }
    if (definition.counted() != Counted.EVERY_CALL) {
      call("counted", CodeBlock.of("$T.$L", RuntimeTypes.COUNTED, definition.counted()));
    }
    if (!definition.maxWait().isZero()) {
      call("maxWait", Literals.duration(definition.maxWait()));
    }
    if (limit.onLimit() != OnLimit.REFUSE) {
      call("onLimit", CodeBlock.of("$T.$L", RuntimeTypes.ON_LIMIT, limit.onLimit()));
    }
    if (limit.onOutage() != OnOutage.DENY) {
      call("onOutage", CodeBlock.of("$T.$L", RuntimeTypes.ON_OUTAGE, limit.onOutage()));
    }
    calls.add("\n.build())$<$<$<$<");
  }

  private void input(InputSpec input) {
    call(
        "body",
        CodeBlock.of(
            "$L,$W$L",
            Literals.number(input.maxBodyBytes().value()),
            Literals.number(input.maxDepth().value())));
    if (!method.parameters().isEmpty()) {
      List<String> names = method.parameters().stream().map(Parameter::name).toList();
      call("parameterNames", Literals.strings(names));
    }
    if (!input.groups().isEmpty()) {
      Erasure erasure = new Erasure(type, method);
      List<CodeBlock> groups =
          input.groups().stream().map(group -> literal(erasure, group)).toList();
      call("groups", CodeBlock.join(groups, ",$W"));
    }
  }

  /** Names that parameters were matched by: the guard is good for these only. */
  private void asked() {
    List<CodeBlock> asked = new ArrayList<>();
    endpoint.policies().forEach(each -> asked.addAll(asks(each, "permits")));
    endpoint.keys().forEach(each -> asked.addAll(asks(each, "key")));
    if (!asked.isEmpty()) {
      call("names", Literals.strings(method.parameters().stream().map(Parameter::names).toList()));
      asked.forEach(each -> call("asks", each));
    }
  }

  private static List<CodeBlock> asks(ConsultedClass consultedClass, String question) {
    List<String> names = consultedClass.arguments().stream().map(Argument::name).toList();
    return names.isEmpty()
        ? List.of()
        : List.of(
            CodeBlock.of(
                "$T.class,$W$S,$W$L",
                TypeNames.of(consultedClass.type()),
                question,
                Literals.strings(names)));
  }

  private static CodeBlock literal(Erasure erasure, TypeUse group) {
    return CodeBlock.of("$T.class", erasure.of(group));
  }
}
