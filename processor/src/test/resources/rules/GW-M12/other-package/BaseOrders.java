package base;

import dev.gatewright.Secured;

public class BaseOrders {
  @Secured
  public void list(int page) {}

  @Secured
  // expect 8: [GW-M12] @Secured cannot guard BaseOrders.cancel(String): the method is package-private in package base, so the guard in package orders cannot override it. Fix: make the method protected or public.
  void cancel(String order) {}
}
