package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Health}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Health.class,
    annotations = "114950144ccb669a"
)
public class HealthGuard extends Health implements Guard {
  /** Health.alive: open to anybody (load balancers ask). */
  static final EndpointPolicy ALIVE =
      EndpointPolicy.of(Health.class, "alive")
          .open("load balancers ask")
          .build();

  /** Health.details: role operator. */
  static final EndpointPolicy DETAILS =
      EndpointPolicy.of(Health.class, "details", int.class)
          .secured()
          .anyRole("operator")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(ALIVE, DETAILS);

  private final Gate gate;

  public HealthGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public String alive() {
    gate.enter(ALIVE);
    return super.alive();
  }

  @Override
  public String details(int depth) {
    gate.enter(DETAILS);
    return super.details(depth);
  }
}
