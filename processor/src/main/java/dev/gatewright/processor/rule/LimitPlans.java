package dev.gatewright.processor.rule;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.processor.model.ConsultedClass;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.LimitSpec;
import dev.gatewright.processor.model.Located;
import dev.gatewright.processor.model.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Limits that depend on the caller's plan: who knows it, and that no caller goes without. */
final class LimitPlans implements Rule {

  @Override
  public List<Finding> check(GuardedType type) {
    String guardPackage = type.guardName().packageName();
    List<Finding> findings = new ArrayList<>();
    for (GuardedMethod method : type.methods()) {
      List<LimitSpec> limits = method.declarations().limits();
      for (LimitSpec limit : limits) {
        ConsultedClass plans = limit.plans();
        if (plans == null) {
          checkNoPlan(limit, findings);
        } else {
          checkClass(plans, guardPackage, findings);
          checkKey(limit, plans, findings);
          checkOthers(limit, plans, limits, findings);
        }
      }
    }
    return findings;
  }

  private static void checkNoPlan(LimitSpec limit, List<Finding> findings) {
    Located<String> plan = limit.plan();
    if (!plan.value().isEmpty()) {
      findings.add(
          Finding.of(
              LimitRule.PLAN_WITHOUT_CLASS,
              plan.spot(),
              plan.spot().element(),
              Quoted.of(plan.value())));
    }
  }

  private static void checkClass(
      ConsultedClass plans, String guardPackage, List<Finding> findings) {
    Optional<String> reason =
        plans.traits().contains(Trait.KNOWS_PLANS)
            ? ConsultedClasses.reason(plans, guardPackage)
            : Optional.of("it does not implement CallerPlans");
    reason.ifPresent(
        text ->
            findings.add(
                Finding.of(
                    LimitRule.UNUSABLE_PLANS,
                    plans.spot(),
                    plans.spot().element(),
                    plans.type().simpleName(),
                    text,
                    TypeText.ofPackage(guardPackage))));
  }

  private static void checkKey(LimitSpec limit, ConsultedClass plans, List<Finding> findings) {
    LimitKey key = limit.key().value();
    String counted =
        limit.keyedBy() != null
            ? "keyedBy"
            : limit.count().value() == Counted.FAILED_AUTHENTICATIONS
                ? "failed authentications"
                : LimitKeys.OF_CALLER.contains(key) ? "" : key.name();
    if (!counted.isEmpty()) {
      findings.add(
          Finding.of(LimitRule.PLAN_OF_NOBODY, plans.spot(), plans.spot().element(), counted));
    }
  }

  private static void checkOthers(
      LimitSpec limit, ConsultedClass plans, List<LimitSpec> limits, List<Finding> findings) {
    Located<String> plan = limit.plan();
    boolean isForOthers =
        limits.stream()
            .anyMatch(other -> limit.sharesPlansWith(other) && other.plan().value().isEmpty());
    if (!isForOthers) {
      findings.add(
          Finding.of(
              LimitRule.NO_LIMIT_OF_OTHER_PLANS,
              plan.spot(),
              plan.spot().element(),
              Quoted.of(plan.value()),
              plans.type().simpleName()));
    }
  }
}
