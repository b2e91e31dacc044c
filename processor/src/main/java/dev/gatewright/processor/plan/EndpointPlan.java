package dev.gatewright.processor.plan;

import dev.gatewright.processor.model.ConsultedClass;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.InputSpec;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What holds for an endpoint once everything that bears upon it has been combined.
 *
 * @param input null where the endpoint validates nothing
 */
public record EndpointPlan(
    GuardedMethod method, Access access, List<Limit> limits, @Nullable InputSpec input) {

  /** Classes that make the keys of limits, in the order of the limits. */
  public List<ConsultedClass> keys() {
    return limits.stream().map(Limit::keyedBy).filter(Objects::nonNull).toList();
  }

  /** Classes that are asked whether the caller may use an object. */
  public List<ConsultedClass> policies() {
    return access instanceof Access.Authenticated demands ? demands.policies() : List.of();
  }

  /** Whether there is anything to validate. */
  public boolean validatesArguments() {
    return input != null && !method.parameters().isEmpty();
  }

  /**
   * Whether a call that passed the caller's checks passes this endpoint's, too, whatever its
   * arguments are. What is asked about arguments, or counted for this endpoint alone, is asked of
   * nobody else.
   *
   * @param caller null for code that nothing is asked of
   */
  public boolean asksNothingBeyond(@Nullable EndpointPlan caller) {
    List<Limit> counted = caller == null ? List.of() : caller.limits();
    return !validatesArguments()
        && limits.stream().allMatch(each -> each.sharedBy() != null && counted.contains(each))
        && (!(access instanceof Access.Authenticated demands)
            || (caller != null
                && caller.access() instanceof Access.Authenticated met
                && demands.areMetBy(met)));
  }
}
