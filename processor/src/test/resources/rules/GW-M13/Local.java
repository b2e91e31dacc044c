package orders;

import dev.gatewright.Secured;

class Local {
  Object make() {
    // expect 5: [GW-M13] @Secured cannot guard the local class Orders: it is declared inside a body, out of any guard's reach. Fix: make it a top-level class or a static nested class.
    @Secured
    class Orders {
      void list() {}
    }
    return new Orders();
  }
}
