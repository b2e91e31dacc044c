package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;

// expect 10: [GW-M16] Store gets no guard of its own: it is abstract, and its concrete subclasses get theirs. Fix: none needed.
abstract class Store<T> {
  @Secured
  void put(T item) {}
}

class GenericSuperclass extends Store<String> {
  // expect 3: [GW-A04] @Public cannot open GenericSuperclass.put(String): Store.put(T) is @Secured, and what refines it may only demand more. Fix: remove @Public here, or @Secured there.
  @Public(reason = "We thought nobody would mind.")
  @Override
  void put(String item) {}
}
