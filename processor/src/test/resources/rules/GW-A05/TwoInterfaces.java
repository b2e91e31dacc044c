package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;

interface Open {
  @Public(reason = "Prices are on the shop's front page.")
  void list();
}

interface Closed {
  @Secured
  void list();
}

class TwoInterfaces implements Open, Closed {
  @Override
  // expect 15: [GW-A05] TwoInterfaces.list() inherits @Public from Open.list() and @Secured from Closed.list(): neither refines the other. Fix: annotate TwoInterfaces.list() itself with @Secured.
  public void list() {}
}
