package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Tickets}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Tickets.class,
    annotations = "6acca5be934e231f"
)
public class TicketsGuard extends Tickets implements Guard {
  /** GET /tickets: open to anybody (the board in the hall shows it). */
  static final EndpointPolicy BOARD =
      EndpointPolicy.of(Tickets.class, "board")
          .route("GET", "/tickets")
          .open("the board in the hall shows it")
          .build();

  /** REPORT /tickets: role agent. */
  static final EndpointPolicy REPORT =
      EndpointPolicy.of(Tickets.class, "report")
          .route("REPORT", "/tickets")
          .secured()
          .anyRole("agent")
          .build();

  /** any method /tickets/{id}/attachments: role agent. */
  static final EndpointPolicy ATTACHMENTS =
      EndpointPolicy.of(Tickets.class, "attachments", long.class)
          .route("*", "/tickets/{id}/attachments")
          .secured()
          .anyRole("agent")
          .build();

  /** POST /tickets/{id}/comments: role agent. */
  static final EndpointPolicy COMMENT =
      EndpointPolicy.of(Tickets.class, "comment", long.class, String.class)
          .route("POST", "/tickets/{id}/comments")
          .secured()
          .anyRole("agent")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(BOARD, REPORT, ATTACHMENTS,
      COMMENT);

  private final Gate gate;

  public TicketsGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public String board() {
    gate.enter(BOARD);
    return super.board();
  }

  @Override
  public String report() {
    gate.enter(REPORT);
    return super.report();
  }

  @Override
  public Object attachments(long id) {
    gate.enter(ATTACHMENTS);
    return super.attachments(id);
  }

  @Override
  public void comment(long id, String text) {
    gate.enter(COMMENT);
    super.comment(id, text);
  }
}
