package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.InputSpec;
import dev.gatewright.processor.model.Located;
import java.util.ArrayList;
import java.util.List;

/** Bounds of the request body. */
final class InputBounds implements Rule {
  private static final int DEEPEST = 1_000;

  @Override
  public List<Finding> check(GuardedType type) {
    return type.methods().stream()
        .flatMap(method -> method.declarations().inputs().stream())
        .flatMap(input -> check(input).stream())
        .toList();
  }

  private static List<Finding> check(InputSpec input) {
    List<Finding> findings = new ArrayList<>();
    Located<Integer> size = input.maxBodyBytes();
    if (size.value() < 1) {
      findings.add(
          Finding.of(InputRule.BAD_BODY_SIZE, size.spot(), size.spot().element(), size.value()));
    }
    Located<Integer> depth = input.maxDepth();
    if (depth.value() < 1 || depth.value() > DEEPEST) {
      findings.add(
          Finding.of(InputRule.BAD_DEPTH, depth.spot(), depth.spot().element(), depth.value()));
    }
    return findings;
  }
}
