package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Guards {@link Bank.Vaults.Deep}. Gatewright generates this class: change the annotations there.
 */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Bank.Vaults.Deep.class,
    annotations = "e3973210a065a9b2"
)
class Bank_Vaults_DeepGuard extends Bank.Vaults.Deep implements Guard {
  /** Deep.openingHours: open to anybody (opening hours hang on the door). */
  static final EndpointPolicy OPENING_HOURS =
      EndpointPolicy.of(Bank.Vaults.Deep.class, "openingHours")
          .open("opening hours hang on the door")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(OPENING_HOURS);

  private final Gate gate;

  Bank_Vaults_DeepGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  String openingHours() {
    gate.enter(OPENING_HOURS);
    return super.openingHours();
  }
}
