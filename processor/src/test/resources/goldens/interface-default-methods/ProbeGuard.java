package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Probe}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Probe.class,
    annotations = "114950144ccb669a"
)
class ProbeGuard implements Probe, Guard {
  /** Probe.alive: open to anybody (load balancers ask). */
  static final EndpointPolicy ALIVE =
      EndpointPolicy.of(Probe.class, "alive")
          .open("load balancers ask")
          .build();

  /** Probe.details: role operator. */
  static final EndpointPolicy DETAILS =
      EndpointPolicy.of(Probe.class, "details", int.class)
          .secured()
          .anyRole("operator")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(ALIVE, DETAILS);

  private final Gate gate;

  private final Probe delegate;

  ProbeGuard(Probe delegate, Gate gate) {
    this.delegate = delegate;
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public String alive() {
    gate.enter(ALIVE);
    return delegate.alive();
  }

  @Override
  public String details(int depth) {
    gate.enter(DETAILS);
    return delegate.details(depth);
  }
}
