// clean
package orders;

import dev.gatewright.Secured;

@Secured(scopes = "orders:read")
class OpenClass {
  void list() {}
}
