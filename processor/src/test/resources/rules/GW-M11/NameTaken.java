package orders;

import dev.gatewright.Secured;

@Secured
// expect 1: [GW-M11] @Secured cannot guard NameTaken: its guard would be orders.NameTakenGuard, and another type has that name already. Fix: rename one of the two.
class NameTaken {
  void list() {}
}

class NameTakenGuard {}
