package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.Passage;
import dev.gatewright.runtime.input.Violations;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Orders}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Orders.class,
    annotations = "e7fa1741f5a31e44"
)
public class OrdersGuard extends Orders implements Guard {
  /** POST /orders: scope write; validated, body up to 65,536 bytes and 16 levels. */
  static final EndpointPolicy CREATE =
      EndpointPolicy.of(Orders.class, "create", Order.class)
          .route("POST", "/orders")
          .secured()
          .allScopes("write")
          .body(65_536, 16)
          .parameterNames("item")
          .build();

  /** PUT /orders/{key}: role clerk; scope write. */
  static final EndpointPolicy REPLACE =
      EndpointPolicy.of(Orders.class, "replace", Long.class, Order.class)
          .route("PUT", "/orders/{key}")
          .secured()
          .anyRole("clerk")
          .allScopes("write")
          .build();

  /** GET /orders: scope read. */
  static final EndpointPolicy LIST =
      EndpointPolicy.of(Orders.class, "list", Long.class)
          .route("GET", "/orders")
          .secured()
          .allScopes("read")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(CREATE, REPLACE, LIST);

  private final Gate gate;

  public OrdersGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public Order create(Order item) {
    // Checks transport, limits, authentication and access, which need no argument.
    Passage passage = gate.enter(CREATE);
    // Validates the arguments and reports all violations together.
    Violations violations = passage.violations();
    violations.check(this, new Object[] {item});
    violations.refuseIfAny();
    return super.create(item);
  }

  @Override
  public Order replace(Long key, Order item) {
    gate.enter(REPLACE);
    return super.replace(key, item);
  }

  @Override
  public List<Order> list(Long after) {
    gate.enter(LIST);
    return super.list(after);
  }
}
