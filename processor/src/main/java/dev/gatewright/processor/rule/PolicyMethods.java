package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.Parameter;
import dev.gatewright.processor.model.PolicySpec;
import dev.gatewright.processor.model.PolicySpec.Fit;
import dev.gatewright.processor.model.PolicySpec.PermitsMethod;
import dev.gatewright.processor.model.TypeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The one {@code permits} method of a policy, and how it fits the endpoint. */
final class PolicyMethods implements Rule {

  @Override
  public List<Finding> check(GuardedType type) {
    List<Finding> findings = new ArrayList<>();
    for (GuardedMethod method : type.methods()) {
      for (PolicySpec policy : Policies.of(method)) {
        new Judgement(method, policy, findings).judge();
      }
    }
    return findings;
  }

  /** Of one policy at one endpoint. */
  private record Judgement(GuardedMethod method, PolicySpec policy, List<Finding> findings) {

    void judge() {
      int count = policy.permitsMethods().size();
      if (count != 1) {
        String found = count == 0 ? "no public method" : count + " public methods";
        report(PolicyRule.NOT_ONE_PERMITS, found + " named permits");
        return;
      }
      PermitsMethod permits = policy.permitsMethods().get(0);
      if (permits.isStatic()) {
        report(PolicyRule.NOT_BOOLEAN, permits.signature(), "is static");
      }
      if (!permits.returnsBoolean()) {
        report(PolicyRule.NOT_BOOLEAN, permits.signature(), "does not return boolean");
      }
      if (permits.takesCallerFirst()) {
        judgeParameters(permits);
      } else {
        report(PolicyRule.CALLER_NOT_FIRST, permits.signature());
      }
      List<TypeUse> thrown = permits.thrownCheckedExceptions();
      if (!thrown.isEmpty()) {
        String names = thrown.stream().map(TypeText::of).collect(Collectors.joining(", "));
        report(PolicyRule.CHECKED_EXCEPTION, permits.signature(), names);
      }
    }

    private void judgeParameters(PermitsMethod permits) {
      String unmatched =
          permits.parameters().stream()
              .filter(parameter -> parameter.fit() != Fit.MATCHES)
              .map(parameter -> "'" + TypeText.of(parameter.type()) + " " + parameter.name() + "'")
              .collect(Collectors.joining(" and "));
      if (!unmatched.isEmpty()) {
        String wanted = unmatched + ", but the endpoint has " + parametersOfEndpoint();
        report(PolicyRule.PARAMETERS_DIFFER, permits.signature(), wanted);
      }
    }

    private String parametersOfEndpoint() {
      List<Parameter> parameters = method.parameters();
      return parameters.isEmpty()
          ? "no parameters"
          : parameters.stream()
              .map(parameter -> TypeText.of(parameter.type()) + " " + parameter.name())
              .collect(Collectors.joining(", ", "(", ")"));
    }

    private void report(PolicyRule id, Object... more) {
      List<Object> arguments = new ArrayList<>();
      arguments.add(policy.type().simpleName());
      arguments.add(method.spot().element());
      arguments.addAll(List.of(more));
      findings.add(Finding.of(id, policy.spot(), arguments.toArray()));
    }
  }
}
