package dev.gatewright.processor.plan;

import dev.gatewright.processor.model.GuardedType;
import java.util.List;

/**
 * All that a guard is printed from.
 *
 * @param type the type to guard
 * @param endpoints what holds for each method to guard, in the order of the type's
 */
public record GuardPlan(GuardedType type, List<EndpointPlan> endpoints) {

  /** Combines what bears upon each endpoint of a type that no rule has found fault with. */
  public static GuardPlan of(GuardedType type) {
    return new GuardPlan(type, type.methods().stream().map(Combination::of).toList());
  }
}
