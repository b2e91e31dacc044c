package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.SourceSpot;
import java.util.ArrayList;
import java.util.List;

/** Names that a guard needs and somebody else has. */
final class GuardCollisions implements Rule {

  @Override
  public List<Finding> check(GuardedType type) {
    if (type.isAbstractClass()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    String annotation = Bearing.on(type);
    String name = type.spot().element();
    if (type.guardNameTaken()) {
      findings.add(
          Finding.of(
              ElementRule.GUARD_NAME_TAKEN,
              type.spot(),
              annotation,
              name,
              type.guardName().canonicalName()));
    }
    SourceSpot method = type.endpointPoliciesMethod();
    if (method != null) {
      findings.add(Finding.of(ElementRule.GUARD_MEMBER_TAKEN, method, annotation, name));
    }
    return findings;
  }
}
