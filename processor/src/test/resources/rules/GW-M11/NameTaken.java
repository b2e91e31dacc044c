package orders;

import dev.gatewright.Secured;

@Secured
// expect 1: [GW-M11] @Secured cannot guard NameTaken: its guard would be orders.NameTakenGuard, and there is such a type already. Fix: rename that type.
class NameTaken {
  void list() {}
}

class NameTakenGuard {}
