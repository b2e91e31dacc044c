package orders;

import dev.gatewright.Secured;

class NestedInLocal {
  Object make() {
    class Outer {
      class Inner {
        // expect 9: [GW-M13] @Secured cannot guard the local class Inner: it is declared inside a body, out of any guard's reach. Fix: make it a top-level class or a static nested class.
        @Secured
        void list() {}
      }
    }
    return new Outer();
  }
}
