package orders;

import dev.gatewright.Secured;

// expect 16: [GW-A09] @Secured at Blank has acr = " ": a class has only printable ASCII characters, no space, quote or backslash. Fix: write the one class that the issuer puts into 'acr'.
@Secured(acr = " ")
class Blank {
  void pay() {}
}
