package container;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Ledger}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Ledger.class,
    annotations = "a507611239ca1fdf",
    leftAlone = {
        "afterPropertiesSet() org.springframework.beans.factory.InitializingBean",
        "destroy() org.springframework.beans.factory.DisposableBean",
        "setEntries(java.util.Map,java.util.Map$Entry[]) @org.springframework.beans.factory.annotation.Autowired"
    }
)
public class LedgerGuard extends Ledger implements Guard {
  /** Ledger.entries: any authenticated caller. */
  static final EndpointPolicy ENTRIES =
      EndpointPolicy.of(Ledger.class, "entries", String.class)
          .secured()
          .build();

  /** Ledger.setEntries: any authenticated caller. */
  static final EndpointPolicy SET_ENTRIES =
      EndpointPolicy.of(Ledger.class, "setEntries", String.class, List.class, boolean.class)
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(ENTRIES, SET_ENTRIES);

  private final Gate gate;

  public LedgerGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public List<long[]> entries(String account) {
    gate.enter(ENTRIES);
    return super.entries(account);
  }

  @Override
  public void setEntries(String account, List<long[]> replaced, boolean checked) {
    gate.enter(SET_ENTRIES);
    super.setEntries(account, replaced, checked);
  }
}
