package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.InputSpec;
import dev.gatewright.processor.model.Origin;
import dev.gatewright.processor.model.SourceSpot;
import java.util.List;
import java.util.Optional;

/** Two interfaces that say different things about the same input. */
final class InputOfInterfaces implements Rule {

  @Override
  public List<Finding> check(GuardedType type) {
    return type.methods().stream().flatMap(method -> check(type, method).stream()).toList();
  }

  private static Optional<Finding> check(GuardedType type, GuardedMethod method) {
    List<InputSpec> nearest = nearest(method.declarations().inputs());
    boolean ofClass = nearest.stream().anyMatch(input -> !input.origin().inInterface());
    if (ofClass) {
      return Optional.empty();
    }
    for (InputSpec other : nearest) {
      InputSpec one = nearest.get(0);
      if (!saysTheSame(one, other)) {
        SourceSpot spot = CommonSubtype.of(type, method, one.origin(), other.origin());
        return Optional.of(
            Finding.of(
                InputRule.INTERFACES_DISAGREE,
                spot,
                spot.element(),
                one.spot().element(),
                other.spot().element()));
      }
    }
    return Optional.empty();
  }

  /** Those of the nearest level that no other of that level refines. */
  private static List<InputSpec> nearest(List<InputSpec> inputs) {
    if (inputs.size() < 2) {
      return inputs;
    }
    Optional<Origin.Level> level =
        inputs.stream().map(input -> input.origin().level()).min(Origin.Level::compareTo);
    List<InputSpec> sameLevel =
        inputs.stream().filter(input -> level.get() == input.origin().level()).toList();
    return sameLevel.stream()
        .filter(
            input -> sameLevel.stream().noneMatch(each -> each.origin().refines(input.origin())))
        .toList();
  }

  private static boolean saysTheSame(InputSpec one, InputSpec other) {
    return one.maxBodyBytes().value().equals(other.maxBodyBytes().value())
        && one.maxDepth().value().equals(other.maxDepth().value())
        && one.groups().equals(other.groups());
  }
}
