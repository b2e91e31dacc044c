package orders;

import dev.gatewright.Secured;

class Shop {
  @Secured
  // expect 3: [GW-M09] @Secured cannot guard Shop.Orders: it is an inner class, and its guard would have no enclosing instance. Fix: make it static, or a top-level class.
  class Orders {
    void list() {}
  }
}
