package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;

class Prices {
  @Public(reason = "Prices are on the shop's front page.")
  public void list() {}
}

interface Closed {
  @Secured
  void list();
}

// expect 1: [GW-A05] SuperclassAndInterface inherits @Public from Prices.list() and @Secured from Closed.list(): neither refines the other. Fix: annotate SuperclassAndInterface itself with @Secured.
class SuperclassAndInterface extends Prices implements Closed {}
