package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Greetings}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Greetings.class,
    annotations = "4fdc5bbcc4171127"
)
class GreetingsGuard extends Greetings implements Guard {
  /** GET /grüße: role rôle or 😀 "quoted" &#92;u000a or *&#47; {&#64;link $T}. */
  static final EndpointPolicy ALL =
      EndpointPolicy.of(Greetings.class, "all")
          .route("GET", "/gr\u00fc\u00dfe")
          .secured()
          .anyRole("r\u00f4le", "\ud83d\ude00 \"quoted\"\n\\u000a", "*/ {@link $T}")
          .build();

  /** GET /$S: open to anybody (無料 ). */
  static final EndpointPolicy ONE =
      EndpointPolicy.of(Greetings.class, "one")
          .route("GET", "/$S")
          .open("\u7121\u6599 \r\u0000\u0009")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(ALL, ONE);

  private final Gate gate;

  GreetingsGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  String all() {
    gate.enter(ALL);
    return super.all();
  }

  @Override
  String one() {
    gate.enter(ONE);
    return super.one();
  }
}
