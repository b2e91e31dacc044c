package orders;

import dev.gatewright.Secured;

@Secured
class Orders extends base.BaseOrders {
  void list() {}
}
