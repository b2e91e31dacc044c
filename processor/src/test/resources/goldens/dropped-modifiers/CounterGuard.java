package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Counter}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Counter.class,
    annotations = "d993be098fd2c3bc"
)
public class CounterGuard extends Counter implements Guard {
  /** Counter.next: any authenticated caller. */
  static final EndpointPolicy NEXT =
      EndpointPolicy.of(Counter.class, "next")
          .secured()
          .build();

  /** Counter.hardware: any authenticated caller. */
  static final EndpointPolicy HARDWARE =
      EndpointPolicy.of(Counter.class, "hardware")
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(NEXT, HARDWARE);

  private final Gate gate;

  public CounterGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public int next() {
    gate.enter(NEXT);
    return super.next();
  }

  @Override
  public int hardware() {
    gate.enter(HARDWARE);
    return super.hardware();
  }
}
