package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Vault}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Vault.class,
    annotations = "e01cc79f5939bee8"
)
public class VaultGuard extends Vault implements Guard {
  /** Vault.open: any authenticated caller. */
  static final EndpointPolicy OPEN =
      EndpointPolicy.of(Vault.class, "open")
          .secured()
          .build();

  /** Vault.lock: open to anybody (anybody may lock it). */
  static final EndpointPolicy LOCK =
      EndpointPolicy.of(Vault.class, "lock")
          .open("anybody may lock it")
          .build();

  /** Vault.close: any authenticated caller. */
  static final EndpointPolicy CLOSE =
      EndpointPolicy.of(Vault.class, "close")
          .secured()
          .build();

  /** Vault.size: any authenticated caller. */
  static final EndpointPolicy SIZE =
      EndpointPolicy.of(Vault.class, "size")
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(OPEN, LOCK, CLOSE, SIZE);

  private final Gate gate;

  public VaultGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public void open() {
    gate.enter(OPEN);
    super.open();
  }

  @Override
  public void lock() {
    gate.enter(LOCK);
    super.lock();
  }

  @Override
  public void close() {
    gate.enter(CLOSE);
    super.close();
  }

  @Override
  public int size() {
    gate.enter(SIZE);
    return super.size();
  }
}
