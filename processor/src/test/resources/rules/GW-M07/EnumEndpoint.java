package orders;

import dev.gatewright.Secured;

// expect 1: [GW-M07] @Secured cannot guard EnumEndpoint: it is an enum, which no guard can extend. Fix: make it a class.
enum EnumEndpoint {
  INSTANCE;

  @Secured
  void list() {}
}
