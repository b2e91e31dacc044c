package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.PolicySpec;
import dev.gatewright.processor.model.Trait;
import dev.gatewright.processor.model.TypeKind;
import dev.gatewright.processor.model.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Policy classes that the guard could not name, or no container build. */
final class PolicyClasses implements Rule {

  @Override
  public List<Finding> check(GuardedType type) {
    String guardPackage = type.guardName().packageName();
    List<Finding> findings = new ArrayList<>();
    for (GuardedMethod method : type.methods()) {
      for (PolicySpec policy : Policies.of(method)) {
        reason(policy, guardPackage)
            .map(
                reason ->
                    Finding.of(
                        PolicyRule.UNUSABLE_CLASS,
                        policy.spot(),
                        policy.type().simpleName(),
                        method.spot().element(),
                        reason,
                        TypeText.ofPackage(guardPackage)))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<String> reason(PolicySpec policy, String guardPackage) {
    return switch (policy.kind()) {
      case INTERFACE -> Optional.of("it is an interface");
      case ENUM -> Optional.of("it is an enum");
      case ANNOTATION -> Optional.of("it is an annotation type");
      case CLASS, RECORD -> reasonOfClass(policy, guardPackage);
    };
  }

  private static Optional<String> reasonOfClass(PolicySpec policy, String guardPackage) {
    if (policy.kind() == TypeKind.CLASS && policy.traits().contains(Trait.ABSTRACT)) {
      return Optional.of("it is abstract");
    }
    if (policy.traits().contains(Trait.INNER)) {
      return Optional.of("it is an inner class, which no container can build");
    }
    if (policy.visibility() == Visibility.PRIVATE) {
      return Optional.of("it, or a type around it, is private");
    }
    boolean foreign = !policy.type().packageName().equals(guardPackage);
    return policy.visibility() != Visibility.PUBLIC && foreign
        ? Optional.of("it is in another package and not public")
        : Optional.empty();
  }
}
