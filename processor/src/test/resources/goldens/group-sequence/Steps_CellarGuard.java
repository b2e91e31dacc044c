package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.Passage;
import dev.gatewright.runtime.input.Violations;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Steps.Cellar}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Steps.Cellar.class,
    annotations = "492735d7d204314f"
)
public class Steps_CellarGuard extends Steps.Cellar implements Guard {
  /**
   * Cellar.keep: open to anybody (only validated); validated, body up to 65,536 bytes and 16
   * levels.
   */
  static final EndpointPolicy KEEP =
      EndpointPolicy.of(Steps.Cellar.class, "keep", String.class)
          .open("only validated")
          .body(65_536, 16)
          .parameterNames("text")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(KEEP);

  private final Gate gate;

  public Steps_CellarGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public void keep(String text) {
    // Checks transport, limits, authentication and access, which need no argument.
    Passage passage = gate.enter(KEEP);
    // Validates the arguments and reports all violations together.
    Violations violations = passage.violations();
    violations.check(this, new Object[] {text});
    violations.refuseIfAny();
    super.keep(text);
  }
}
