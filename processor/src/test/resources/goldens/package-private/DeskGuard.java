package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Desk}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Desk.class,
    annotations = "712c2f7d59ecdc0e"
)
class DeskGuard extends Desk implements Guard {
  /** Desk.read: any authenticated caller. */
  static final EndpointPolicy READ =
      EndpointPolicy.of(Desk.class, "read", Note.class)
          .secured()
          .build();

  /** Desk.write: any authenticated caller. */
  static final EndpointPolicy WRITE =
      EndpointPolicy.of(Desk.class, "write", Note.class)
          .secured()
          .build();

  /** Desk.tear: any authenticated caller. */
  static final EndpointPolicy TEAR =
      EndpointPolicy.of(Desk.class, "tear")
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(READ, WRITE, TEAR);

  private final Gate gate;

  DeskGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  String read(Note note) {
    gate.enter(READ);
    return super.read(note);
  }

  @Override
  protected void write(Note note) {
    gate.enter(WRITE);
    super.write(note);
  }

  @Override
  public void tear() {
    gate.enter(TEAR);
    super.tear();
  }
}
