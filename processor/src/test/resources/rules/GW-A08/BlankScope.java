package orders;

import dev.gatewright.Secured;

class BlankScope {
  // expect 21: [GW-A08] @Secured at BlankScope.list() names the scope "": it is blank. Fix: write the scope's name.
  @Secured(scopes = "")
  void list() {}
}
