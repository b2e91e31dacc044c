package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.GuardedType;
import java.util.List;

/** {@code @Public} must say why. */
final class PublicReasons implements Rule {

  @Override
  public List<Finding> check(GuardedType type) {
    return type.methods().stream()
        .flatMap(method -> method.declarations().open().stream())
        .map(opening -> opening.reason())
        .filter(reason -> reason.value().isBlank())
        .map(reason -> Finding.of(AccessRule.BLANK_REASON, reason.spot(), reason.spot().element()))
        .toList();
  }
}
