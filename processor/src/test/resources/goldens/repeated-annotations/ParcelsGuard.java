package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.annotation.processing.Generated;

/** Guards {@link Parcels}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Parcels.class,
    annotations = "159f53144df07e34"
)
@Measured("parcels")
class ParcelsGuard extends Parcels implements Guard {
  /** POST /parcels/{id}/ship: role clerk. */
  static final EndpointPolicy SHIP =
      EndpointPolicy.of(Parcels.class, "ship", String.class, String[].class)
          .route("POST", "/parcels/{id}/ship")
          .secured()
          .anyRole("clerk")
          .build();

  /** GET /parcels: role clerk. */
  static final EndpointPolicy ALL =
      EndpointPolicy.of(Parcels.class, "all")
          .route("GET", "/parcels")
          .secured()
          .anyRole("clerk")
          .build();

  /** POST /parcels/cancel: role clerk. */
  static final EndpointPolicy CANCEL =
      EndpointPolicy.of(Parcels.class, "cancel")
          .route("POST", "/parcels/cancel")
          .secured()
          .anyRole("clerk")
          .build();

  /** POST /parcels/pay: role clerk. */
  static final EndpointPolicy PAY =
      EndpointPolicy.of(Parcels.class, "pay", long.class)
          .route("POST", "/parcels/pay")
          .secured()
          .anyRole("clerk")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(SHIP, ALL, CANCEL, PAY);

  private final Gate gate;

  ParcelsGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  @Measured(
      value = "ship \"now\"",
      tags = {
          "kind",
          "parcel"
      },
      percentiles = {
          0.5,
          0.99
      },
      unit = TimeUnit.SECONDS,
      by = Parcels.class,
      retry = @Measured.Retry(attempts = 3, pause = 250L, mark = (char) 10)
  )
  String ship(@MeasuredTag("id") String id, @MeasuredTag("to") String... to) {
    gate.enter(SHIP);
    return super.ship(id, to);
  }

  @Override
  String all() {
    gate.enter(ALL);
    return super.all();
  }

  @Override
  String cancel() {
    gate.enter(CANCEL);
    return super.cancel();
  }

  @Override
  @Measured("pay")
  String pay(@MeasuredTag("amount") long amount) {
    gate.enter(PAY);
    return super.pay(amount);
  }
}
