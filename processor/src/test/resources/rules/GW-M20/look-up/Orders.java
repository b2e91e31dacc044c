package orders;

import dev.gatewright.Secured;
import org.springframework.beans.factory.annotation.Lookup;

// expect 1: [GW-M20] @Secured cannot guard OfType.basket(): the container reaches it by @Lookup, and Gatewright has no module that guards what comes in that way. Fix: inject an ObjectProvider instead.
@Secured
class OfType {
  void place() {}

  @Lookup
  StringBuilder basket() {
    return new StringBuilder();
  }
}

// expect 1: [GW-M20] @Secured cannot guard Abstract.basket(): the container reaches it by @Lookup, and Gatewright has no module that guards what comes in that way. Fix: inject an ObjectProvider instead.
@Secured
// expect 10: [GW-M16] Abstract gets no guard of its own: it is abstract, and its concrete subclasses get theirs. Fix: none needed.
abstract class Abstract {
  void place() {}

  @Lookup
  abstract StringBuilder basket();
}

class Beside {
  @Secured
  void place() {}

  @Lookup
  StringBuilder basket() {
    return new StringBuilder();
  }
}
