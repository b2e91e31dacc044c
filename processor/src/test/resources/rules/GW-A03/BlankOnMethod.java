package orders;

import dev.gatewright.Public;

class BlankOnMethod {
  // expect 20: [GW-A03] @Public at BlankOnMethod.prices() does not say why: the reason is blank. Fix: write why nobody needs to prove who they are here.
  @Public(reason = "")
  void prices() {}
}
