package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Legacy}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Legacy.class,
    annotations = "c2119c1e2d0ef239"
)
@SuppressWarnings({"deprecation", "removal", "rawtypes", "serial"})
public class LegacyGuard extends Legacy implements Guard {
  /** Legacy.old: any authenticated caller. */
  static final EndpointPolicy OLD =
      EndpointPolicy.of(Legacy.class, "old")
          .secured()
          .build();

  /** Legacy.going: any authenticated caller. */
  static final EndpointPolicy GOING =
      EndpointPolicy.of(Legacy.class, "going")
          .secured()
          .build();

  /** Legacy.raw: any authenticated caller. */
  static final EndpointPolicy RAW =
      EndpointPolicy.of(Legacy.class, "raw", Class.class)
          .secured()
          .build();

  /** Legacy.relic: any authenticated caller. */
  static final EndpointPolicy RELIC =
      EndpointPolicy.of(Legacy.class, "relic")
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(OLD, GOING, RAW, RELIC);

  private final Gate gate;

  public LegacyGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public String old() {
    gate.enter(OLD);
    return super.old();
  }

  @Override
  public String going() {
    gate.enter(GOING);
    return super.going();
  }

  @Override
  public List raw(Class type) {
    gate.enter(RAW);
    return super.raw(type);
  }

  @Override
  public Relic relic() {
    gate.enter(RELIC);
    return super.relic();
  }
}
