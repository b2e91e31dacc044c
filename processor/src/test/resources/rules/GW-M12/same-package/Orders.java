// clean
package orders;

import dev.gatewright.Secured;

@Secured
class Orders extends BaseOrders {
  void list() {}
}
