package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Session}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Session.class,
    annotations = "5f35d5e7e278bfed"
)
@SuppressWarnings("unchecked")
class SessionGuard extends Session implements Guard {
  /** Session.keep: any authenticated caller. */
  static final EndpointPolicy KEEP =
      EndpointPolicy.of(Session.class, "keep", Object.class)
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(KEEP);

  private final Gate gate;

  SessionGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  void keep(Object value) {
    gate.enter(KEEP);
    super.keep(value);
  }
}
