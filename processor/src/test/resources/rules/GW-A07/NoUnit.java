package orders;

import dev.gatewright.Secured;

class NoUnit {
  // expect 37: [GW-A07] @Secured at NoUnit.pay() has maxAuthAge = "5": it must be a whole number and a unit (ms, s, m, h, d), from 1ms to 366d. Fix: write it as in "5m".
  @Secured(mfa = true, maxAuthAge = "5")
  void pay() {}
}
