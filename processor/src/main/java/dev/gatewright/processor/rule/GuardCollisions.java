package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.SourceSpot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names that a guard needs and somebody else has. */
final class GuardCollisions implements Rule {

  /** The first parts of the names of all that a guard uses. */
  private static final List<String> PACKAGES = List.of("dev", "java");

  /** The simple names of all that a guard uses. */
  private static final List<String> IMPORTED =
      List.of(
          "Counted",
          "Duration",
          "EndpointPolicy",
          "Gate",
          "Guard",
          "GuardOf",
          "LimitKey",
          "LimitPolicy",
          "List",
          "Object",
          "OnLimit",
          "OnOutage",
          "Override",
          "Passage",
          "Scheme",
          "Strategy",
          "String",
          "SuppressWarnings",
          "Violations");

  @Override
  public List<Finding> check(GuardedType type) {
    if (type.isAbstractClass()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    if (type.guardNameTaken() != null) {
      findings.add(
          Finding.of(
              ElementRule.GUARD_NAME_TAKEN,
              type.spot(),
              NearestAnnotation.on(type),
              type.spot().element(),
              type.guardName().canonicalName(),
              type.guardNameTaken()));
    }
    SourceSpot method = type.endpointPoliciesMethod();
    if (method != null) {
      String reason =
          "it has a method endpointPolicies() of its own, which the guard would override";
      findings.add(memberTaken(type, method, reason));
    }
    hiddenPackage(type.memberNames())
        .map(reason -> memberTaken(type, type.spot(), reason))
        .ifPresent(findings::add);
    return findings;
  }

  private static Finding memberTaken(GuardedType type, SourceSpot spot, String reason) {
    return Finding.of(
        ElementRule.GUARD_MEMBER_TAKEN,
        spot,
        NearestAnnotation.on(type),
        type.spot().element(),
        reason);
  }

  /** A name that hides an import is written in full, unless another hides the package. */
  private static Optional<String> hiddenPackage(Set<String> memberNames) {
    Optional<String> root = PACKAGES.stream().filter(memberNames::contains).findFirst();
    Optional<String> simple = IMPORTED.stream().filter(memberNames::contains).findFirst();
    return root.flatMap(
        hiding ->
            simple.map(
                hidden ->
                    "it declares both '%s' and '%s', and its guard needs the class and the package"
                        .formatted(hidden, hiding)));
  }
}
