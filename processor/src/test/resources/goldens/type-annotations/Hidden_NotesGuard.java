package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Hidden.Notes}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Hidden.Notes.class,
    annotations = "2fa78f053c9252e4"
)
class Hidden_NotesGuard extends Hidden.Notes implements Guard {
  /** Notes.dropped: any authenticated caller. */
  static final EndpointPolicy DROPPED =
      EndpointPolicy.of(Hidden.Notes.class, "dropped", List.class, List.class)
          .secured()
          .build();

  /** Notes.kept: any authenticated caller. */
  static final EndpointPolicy KEPT =
      EndpointPolicy.of(Hidden.Notes.class, "kept", String.class)
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(DROPPED, KEPT);

  private final Gate gate;

  Hidden_NotesGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  void dropped(List<String> notes, List<String> secrets) {
    gate.enter(DROPPED);
    super.dropped(notes, secrets);
  }

  @Override
  List<Hidden. @Hidden.Marked Open> kept(@Hidden.Marked(tags = "x") String text) {
    gate.enter(KEPT);
    return super.kept(text);
  }
}
