package orders;

import dev.gatewright.Public;

interface PrivateInterfaceMethod {
  @Public(reason = "Prices are on the shop's front page.")
  // expect 15: [GW-M03] @Public cannot guard PrivateInterfaceMethod.price(): the method is private, so the guard cannot override it. Fix: remove 'private'.
  private int price() {
    return 1;
  }

  @Public(reason = "Prices are on the shop's front page.")
  default int total() {
    return price();
  }
}
