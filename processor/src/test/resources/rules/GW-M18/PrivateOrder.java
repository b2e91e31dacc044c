package orders;

import dev.gatewright.Secured;

@Secured
class PrivateOrder {
  private static class Order {}

  // expect 8: [GW-M18] @Secured cannot guard PrivateOrder.place(Order): its signature or an annotation names orders.PrivateOrder.Order, which the guard in package orders cannot see. Fix: make that type visible there.
  void place(Order order) {}
}
