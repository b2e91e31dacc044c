package dev.gatewright.golden.shadow;

import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.input.Violations;
import dev.gatewright.runtime.policy.EndpointPolicy;
import javax.annotation.processing.Generated;

/** Guards {@link Gate}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Gate.class,
    annotations = "2e9cd8743ec403c9"
)
public class GateGuard<List> extends Gate<List> implements Guard {
  /** Gate.open: any authenticated caller; validated, body up to 65,536 bytes and 16 levels. */
  static final EndpointPolicy OPEN =
      EndpointPolicy.of(Gate.class, "open", Object.class, java.lang.String.class,
          java.lang.Object.class)
          .secured()
          .body(65_536, 16)
          .parameterNames("key", "text", "list")
          .build();

  /** Gate.close: any authenticated caller. */
  static final EndpointPolicy CLOSE =
      EndpointPolicy.of(Gate.class, "close", String.class)
          .secured()
          .build();

  private static final java.util.List<EndpointPolicy> ENDPOINT_POLICIES = java.util.List.of(OPEN,
      CLOSE);

  private final dev.gatewright.runtime.Gate gate;

  public GateGuard(dev.gatewright.runtime.Gate gate) {
    this.gate = gate;
  }

  @Override
  public java.util.List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public Gate.Passage open(Object key, java.lang.String text, List list) {
    // Checks transport, limits, authentication and access, which need no argument.
    dev.gatewright.runtime.Passage passage = gate.enter(OPEN);
    // Validates the arguments and reports all violations together.
    Violations violations = passage.violations();
    violations.check(this, new java.lang.Object[] {key, text, list});
    violations.refuseIfAny();
    return super.open(key, text, list);
  }

  @Override
  public Duration close(String key) {
    gate.enter(CLOSE);
    return super.close(key);
  }
}
