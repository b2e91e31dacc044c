package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.PolicySpec;
import java.util.List;

/** The policies that a guard asks. */
final class Policies {
  private Policies() {}

  static List<PolicySpec> of(GuardedMethod method) {
    return method.declarations().lastingSecured().stream()
        .flatMap(secured -> secured.policies().stream())
        .toList();
  }
}
