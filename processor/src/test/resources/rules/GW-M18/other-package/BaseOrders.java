package base;

public class BaseOrders {
  static class Order {}

  // expect 19: [GW-M18] @Secured cannot guard BaseOrders.find(String): its signature or an annotation names base.BaseOrders.Order, which the guard in package orders cannot see. Fix: make that type visible there.
  protected Order find(String id) {
    return new Order();
  }
}
