// clean
package orders;

import dev.gatewright.Secured;

// Named as Lombok's, and not Lombok's.
@interface Value {}

@Secured(scopes = "orders:read")
@Value
class OtherValue {
  void list() {}
}
