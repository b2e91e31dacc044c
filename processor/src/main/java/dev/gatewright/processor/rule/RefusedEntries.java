package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.RefusedEntry;
import java.util.List;

/** Ways into a type that no guard can decide about. */
final class RefusedEntries implements Rule {

  @Override
  public List<Finding> check(GuardedType type) {
    return type.refusedEntries().stream()
        .map(
            entry ->
                Finding.of(
                    rule(entry.kind()),
                    entry.spot(),
                    entry.annotation(),
                    entry.element(),
                    entry.by(),
                    entry.framework(),
                    entry.fix()))
        .toList();
  }

  private static ElementRule rule(RefusedEntry.Kind kind) {
    return switch (kind) {
      case NO_ADAPTER -> ElementRule.NO_ADAPTER;
      case NO_REQUEST -> ElementRule.NO_REQUEST;
      case IMPLEMENTED_BY_FRAMEWORK -> ElementRule.IMPLEMENTED_BY_FRAMEWORK;
      case NOTHING_TO_GUARD -> ElementRule.NOTHING_TO_GUARD;
    };
  }
}
