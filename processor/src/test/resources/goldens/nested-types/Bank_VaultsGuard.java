package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Bank.Vaults}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Bank.Vaults.class,
    annotations = "edad70b4af106982"
)
class Bank_VaultsGuard extends Bank.Vaults implements Guard {
  /** Vaults.count: any authenticated caller. */
  static final EndpointPolicy COUNT =
      EndpointPolicy.of(Bank.Vaults.class, "count")
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(COUNT);

  private final Gate gate;

  protected Bank_VaultsGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  protected int count() {
    gate.enter(COUNT);
    return super.count();
  }
}
