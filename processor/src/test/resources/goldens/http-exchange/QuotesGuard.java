package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Quotes}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Quotes.class,
    annotations = "88b5c66698f1d92a"
)
class QuotesGuard extends Quotes implements Guard {
  /** GET /quotes/{id}: role broker. */
  static final EndpointPolicy FIND =
      EndpointPolicy.of(Quotes.class, "find", String.class)
          .route("GET", "/quotes/{id}")
          .secured()
          .anyRole("broker")
          .build();

  /** POST /quotes/{id}/notes: role broker. */
  static final EndpointPolicy NOTE =
      EndpointPolicy.of(Quotes.class, "note", String.class, String.class)
          .route("POST", "/quotes/{id}/notes")
          .secured()
          .anyRole("broker")
          .build();

  /** REPORT /quotes/all: open to anybody (regulators read it). */
  static final EndpointPolicy REPORT =
      EndpointPolicy.of(Quotes.class, "report")
          .route("REPORT", "/quotes/all")
          .open("regulators read it")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(FIND, NOTE, REPORT);

  private final Gate gate;

  QuotesGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public String find(String id) {
    gate.enter(FIND);
    return super.find(id);
  }

  @Override
  public void note(String id, String text) {
    gate.enter(NOTE);
    super.note(id, text);
  }

  @Override
  public String report() {
    gate.enter(REPORT);
    return super.report();
  }
}
