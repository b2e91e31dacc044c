package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Api.Admin}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Api.Admin.class,
    annotations = "3444f5a236c312c0"
)
public class Api_AdminGuard implements Api.Admin, Guard {
  /** Admin.purge: any authenticated caller. */
  static final EndpointPolicy PURGE =
      EndpointPolicy.of(Api.Admin.class, "purge", Api.Item.class)
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(PURGE);

  private final Gate gate;

  private final Api.Admin delegate;

  public Api_AdminGuard(Api.Admin delegate, Gate gate) {
    this.delegate = delegate;
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public void purge(Api.Item item) throws InterruptedException {
    gate.enter(PURGE);
    delegate.purge(item);
  }
}
