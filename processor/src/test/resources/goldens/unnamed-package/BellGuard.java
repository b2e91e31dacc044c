import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Bell}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Bell.class,
    annotations = "a43fba434ccbfeb1"
)
class BellGuard extends Bell implements Guard {
  /** Bell.ring: any authenticated caller. */
  static final EndpointPolicy RING =
      EndpointPolicy.of(Bell.class, "ring")
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(RING);

  private final Gate gate;

  BellGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  void ring() {
    gate.enter(RING);
    super.ring();
  }
}
