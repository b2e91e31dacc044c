package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;

@Public(reason = "Prices are on the shop's front page.")
interface Open {
  void list();
}

@Secured
interface Closed {
  void list();
}

// expect 1: [GW-A05] TwoInterfaceTypes inherits @Public from Open and @Secured from Closed: neither refines the other. Fix: annotate TwoInterfaceTypes itself with @Secured.
class TwoInterfaceTypes implements Open, Closed {
  @Override
  public void list() {}
}
