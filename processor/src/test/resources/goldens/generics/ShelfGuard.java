package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/** Guards {@link Shelf}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Shelf.class,
    annotations = "f2761f21265fe1d7"
)
public class ShelfGuard<T extends Comparable<? super T> & Serializable> extends Shelf<T> implements Guard {
  /** Shelf.put: role librarian. */
  static final EndpointPolicy PUT =
      EndpointPolicy.of(Shelf.class, "put", Comparable.class, Map.class)
          .secured()
          .anyRole("librarian")
          .build();

  /** Shelf.arrange: role librarian. */
  static final EndpointPolicy ARRANGE =
      EndpointPolicy.of(Shelf.class, "arrange", List.class, Function.class, Comparable[].class)
          .secured()
          .anyRole("librarian")
          .build();

  /** Shelf.first: role librarian. */
  static final EndpointPolicy FIRST =
      EndpointPolicy.of(Shelf.class, "first")
          .secured()
          .anyRole("librarian")
          .build();

  /** Shelf.drawer: role librarian. */
  static final EndpointPolicy DRAWER =
      EndpointPolicy.of(Shelf.class, "drawer", Cabinet.Drawer.class)
          .secured()
          .anyRole("librarian")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(PUT, ARRANGE, FIRST,
      DRAWER);

  private final Gate gate;

  public <C extends Comparator<T>> ShelfGuard(List<T> items, C order, Gate gate) {
    super(items, order);
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public <X extends T> X put(X item, Map<String, ? extends List<? super X>> index) {
    gate.enter(PUT);
    return super.put(item, index);
  }

  @Override
  public <A extends Number & Comparable<A>, B> Map<A, B> arrange(List<? extends A> keys,
      Function<? super A, ? extends B> by, T[] rest) {
    gate.enter(ARRANGE);
    return super.arrange(keys, by, rest);
  }

  @Override
  public T first() {
    gate.enter(FIRST);
    return super.first();
  }

  @Override
  public Cabinet<String>.Drawer<T> drawer(Cabinet<String>.Drawer<T> drawer) {
    gate.enter(DRAWER);
    return super.drawer(drawer);
  }
}
