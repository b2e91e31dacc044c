// clean
package orders;

import dev.gatewright.Secured;

@Secured
class ProtectedOrder {
  protected static class Order {}

  void place(Order order) {}
}
