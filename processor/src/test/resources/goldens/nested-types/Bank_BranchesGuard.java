package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Guards {@link Bank.Branches}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Bank.Branches.class,
    annotations = "173d057e40807814"
)
public class Bank_BranchesGuard extends Bank.Branches implements Guard {
  /** Branches.find: role teller. */
  static final EndpointPolicy FIND =
      EndpointPolicy.of(Bank.Branches.class, "find", Bank.Branch.Id.class)
          .secured()
          .anyRole("teller")
          .build();

  /** Branches.first: role teller. */
  static final EndpointPolicy FIRST =
      EndpointPolicy.of(Bank.Branches.class, "first")
          .secured()
          .anyRole("teller")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(FIND, FIRST);

  private final Gate gate;

  public Bank_BranchesGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public Bank.Branch find(Bank.Branch.Id id) {
    gate.enter(FIND);
    return super.find(id);
  }

  @Override
  public Map.Entry<Bank.Branch, Bank.Branch.Id[]> first() {
    gate.enter(FIRST);
    return super.first();
  }
}
