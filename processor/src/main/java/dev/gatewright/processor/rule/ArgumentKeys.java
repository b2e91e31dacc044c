package dev.gatewright.processor.rule;

import dev.gatewright.LimitKey;
import dev.gatewright.processor.model.ConsultedClass;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.LimitSpec;
import dev.gatewright.processor.model.Located;
import dev.gatewright.processor.model.SourceSpot;
import java.util.ArrayList;
import java.util.List;

/** Where a limit may be keyed by arguments, and what may not be said besides. */
final class ArgumentKeys implements Rule {
  @Override
  public List<Finding> check(GuardedType type) {
    return type.methods().stream()
        .flatMap(method -> method.declarations().limits().stream())
        .flatMap(limit -> check(limit).stream())
        .toList();
  }

  private static List<Finding> check(LimitSpec limit) {
    List<Finding> findings = new ArrayList<>();
    Located<LimitKey> key = limit.key();
    ConsultedClass keyedBy = limit.keyedBy();
    if (key.value() == LimitKey.ARGUMENT) {
      findings.add(Finding.of(LimitRule.ARGUMENT_WRITTEN, key.spot(), key.spot().element()));
    } else if (keyedBy != null && limit.states(key)) {
      findings.add(
          Finding.of(
              LimitRule.TWO_KEYS,
              key.spot(),
              key.spot().element(),
              key.value(),
              keyedBy.type().simpleName()));
    }
    if (keyedBy != null && !limit.origin().isOnMethod()) {
      SourceSpot spot = keyedBy.spot();
      findings.add(
          Finding.of(LimitRule.KEYED_ON_TYPE, spot, spot.element(), keyedBy.type().simpleName()));
    }
    return findings;
  }
}
