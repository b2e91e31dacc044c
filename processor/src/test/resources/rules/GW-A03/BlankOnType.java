package orders;

import dev.gatewright.Public;

// expect 18: [GW-A03] @Public at BlankOnType does not say why: the reason is blank. Fix: write why nobody needs to prove who they are here.
@Public(reason = " \t\n")
class BlankOnType {
  void prices() {}

  void offers() {}
}
