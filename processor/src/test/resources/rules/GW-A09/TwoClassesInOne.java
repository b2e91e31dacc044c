package orders;

import dev.gatewright.Secured;

class TwoClassesInOne {
  // expect 18: [GW-A09] @Secured at TwoClassesInOne.pay() has acr = "silver gold": a class has only printable ASCII characters, no space, quote or backslash. Fix: write the one class that the issuer puts into 'acr'.
  @Secured(acr = "silver gold")
  void pay() {}
}
