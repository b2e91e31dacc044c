package orders;

import dev.gatewright.Secured;

class Zero {
  // expect 25: [GW-A07] @Secured at Zero.pay() has maxAuthAge = "0s": it must be a whole number and a unit (ms, s, m, h, d), from 1ms to 366d. Fix: write it as in "5m".
  @Secured(maxAuthAge = "0s")
  void pay() {}
}
