package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Api.Items}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Api.Items.class,
    annotations = "fbfe3b6a3a999124"
)
public class Api_ItemsGuard extends Api.Items implements Guard {
  /** Items.find: any authenticated caller. */
  static final EndpointPolicy FIND =
      EndpointPolicy.of(Api.Items.class, "find", String.class)
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(FIND);

  private final Gate gate;

  public Api_ItemsGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public Api.Item find(String name) {
    gate.enter(FIND);
    return super.find(name);
  }
}
