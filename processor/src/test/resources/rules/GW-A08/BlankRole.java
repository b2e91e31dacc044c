package orders;

import dev.gatewright.Secured;

class BlankRole {
  // expect 30: [GW-A08] @Secured at BlankRole.list() names the role " ": it is blank. Fix: write the role's name.
  @Secured(roles = {"clerk", " "})
  void list() {}
}
