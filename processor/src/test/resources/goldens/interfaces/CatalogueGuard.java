package dev.gatewright.golden;

import dev.gatewright.LimitKey;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Catalogue}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Catalogue.class,
    annotations = "0feef4eb4ed9f86c"
)
public class CatalogueGuard<T> implements Catalogue<T>, Guard {
  /** Catalogue.add: scope catalogue:write. */
  static final EndpointPolicy ADD =
      EndpointPolicy.of(Catalogue.class, "add", Object.class)
          .secured()
          .allScopes("catalogue:write")
          .build();

  /**
   * Catalogue.all: open to anybody (prices are public); 10,000 per hour for each address (token
   * bucket, a call costs 2, burst 500).
   */
  static final EndpointPolicy ALL =
      EndpointPolicy.of(Catalogue.class, "all")
          .open("prices are public")
          .limit(
              LimitPolicy.named("all")
                  .permits(10_000, Duration.ofHours(1))
                  .strategy(Strategy.TOKEN_BUCKET)
                  .key(LimitKey.ADDRESS)
                  .burst(500)
                  .cost(2)
                  .build())
          .build();

  /** Catalogue.first: any authenticated caller. */
  static final EndpointPolicy FIRST =
      EndpointPolicy.of(Catalogue.class, "first")
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(ADD, ALL, FIRST);

  private final Gate gate;

  private final Catalogue<T> delegate;

  public CatalogueGuard(Catalogue<T> delegate, Gate gate) {
    this.delegate = delegate;
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public void add(T item) {
    gate.enter(ADD);
    delegate.add(item);
  }

  @Override
  public List<T> all() {
    gate.enter(ALL);
    return delegate.all();
  }

  @Override
  public T first() {
    gate.enter(FIRST);
    return delegate.first();
  }

  @Override
  public int size() {
    return delegate.size();
  }

  @Override
  public boolean isEmpty() {
    return delegate.isEmpty();
  }
}
