package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.GuardedType;
import java.util.List;

/** Input whose constraints nothing applies. */
final class UncheckedInputs implements Rule {

  @Override
  public List<Finding> check(GuardedType type) {
    return type.methods().stream()
        .flatMap(method -> method.uncheckedInputs().stream())
        .map(
            input ->
                Finding.of(
                    InputRule.NOT_LOOKED_INTO,
                    input.spot(),
                    input.spot().element(),
                    input.reason(),
                    input.fix()))
        .toList();
  }
}
