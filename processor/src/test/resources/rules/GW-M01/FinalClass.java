package orders;

import dev.gatewright.Secured;

@Secured(scopes = "orders:read")
// expect 7: [GW-M01] @Secured cannot guard FinalClass: the class is final, so no guard can extend it. Fix: remove 'final'.
final class FinalClass {
  void list() {}
}
