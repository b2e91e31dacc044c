package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Guards {@link BulkItems}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = BulkItems.class,
    annotations = "b7d54fe6686915d5"
)
class BulkItemsGuard extends BulkItems implements Guard {
  /** BulkItems.last: any authenticated caller. */
  static final EndpointPolicy LAST =
      EndpointPolicy.of(BulkItems.class, "last")
          .secured()
          .build();

  /** BulkItems.load: any authenticated caller. */
  static final EndpointPolicy LOAD =
      EndpointPolicy.of(BulkItems.class, "load", List.class, Shapes.Item.class)
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(LAST, LOAD);

  private final Gate gate;

  BulkItemsGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public Shapes. @Nullable Item last() {
    gate.enter(LAST);
    return super.last();
  }

  @Override
  public void load(@NotNull List<Shapes. @Valid Item> items, Shapes. @Nullable Item first) {
    gate.enter(LOAD);
    super.load(items, first);
  }
}
