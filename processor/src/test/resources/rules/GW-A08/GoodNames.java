// clean
package orders;

import dev.gatewright.Secured;

@Secured(roles = {"shop clerk", "Verkäufer"}, scopes = {"orders:read", "https://shop.example/orders.write"})
class GoodNames {
  void list() {}
}
