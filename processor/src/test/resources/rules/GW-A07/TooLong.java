package orders;

import dev.gatewright.Secured;

class TooLong {
  // expect 25: [GW-A07] @Secured at TooLong.pay() has maxAuthAge = "367d": it must be a whole number and a unit (ms, s, m, h, d), from 1ms to 366d. Fix: write it as in "5m".
  @Secured(maxAuthAge = "367d")
  void pay() {}
}
