package orders;

import dev.gatewright.Secured;

class FromConstant {
  static final String AGE = "-5m";

  // expect 25: [GW-A07] @Secured at FromConstant.pay() has maxAuthAge = "-5m": it must be a whole number and a unit (ms, s, m, h, d), from 1ms to 366d. Fix: write it as in "5m".
  @Secured(maxAuthAge = AGE)
  void pay() {}
}
