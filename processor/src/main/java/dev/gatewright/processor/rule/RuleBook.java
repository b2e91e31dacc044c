package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.SourceSpot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Applies every rule to a type. Immutable and thread-safe. */
public final class RuleBook {
  private final List<Rule> rules;

  /** Rules for a compilation in which every endpoint must be decided. */
  public RuleBook() {
    this("");
  }

  private RuleBook(String adoption) {
    this.rules =
        List.of(
            new UnguardableTypes(),
            new GuardCollisions(),
            new UnguardableMethods(),
            new RefusedEntries(),
            new UnstatedAccess(adoption),
            new PublicAgainstSecured(),
            new PublicReasons(),
            new CommonScheme(),
            new SecuredValues(),
            new ConsultedClasses(ConsultedRole.PERMISSION),
            new ConsultedMethods(ConsultedRole.PERMISSION),
            new LimitNumbers(),
            new LimitKeys(),
            new ArgumentKeys(),
            new ConsultedClasses(ConsultedRole.KEY),
            new ConsultedMethods(ConsultedRole.KEY),
            new LimitPlans(),
            new LimitNaming(),
            new InputOfInterfaces(),
            new InputBounds(),
            new UncheckedInputs(),
            new SpringValidations());
  }

  /**
   * Rules for a compilation in which listed endpoints need not be decided yet.
   *
   * @param baseline the name of the file that lists them
   */
  public static RuleBook withBaseline(String baseline) {
    return new RuleBook(
        "; one that was there before Gatewright may be listed in " + baseline + " for a while");
  }

  /** Rules for a compilation in which every endpoint must be decided, and many are not. */
  public static RuleBook ofMany() {
    return new RuleBook(
        "; there are many such endpoints here: docs/adopting.md tells how to list them in a"
            + " baseline (-Agatewright.baseline) and to decide one after the other");
  }

  /** An annotation that bears upon many endpoints is reported for the first of them only. */
  private record Place(RuleId id, SourceSpot spot) {}

  /** All findings, in a fixed order. A guard may be written only if none of them is an error. */
  public List<Finding> check(GuardedType type) {
    Map<Place, Finding> findings = new LinkedHashMap<>();
    for (Rule rule : rules) {
      for (Finding finding : rule.check(type)) {
        findings.putIfAbsent(new Place(finding.id(), finding.spot()), finding);
      }
    }
    return List.copyOf(findings.values());
  }
}
