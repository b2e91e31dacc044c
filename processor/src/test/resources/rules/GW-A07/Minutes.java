package orders;

import dev.gatewright.Secured;

// expect 23: [GW-A07] @Secured at Minutes has maxAuthAge = "5 minutes": it must be a whole number and a unit (ms, s, m, h, d), from 1ms to 366d. Fix: write it as in "5m".
@Secured(maxAuthAge = "5 minutes")
class Minutes {
  void pay() {}

  void refund() {}
}
