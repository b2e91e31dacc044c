// clean
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

class Settled implements Open, Closed {
  @Secured(roles = "clerk")
  @Override
  public void list() {}
}

interface Closing extends Open {
  @Secured
  @Override
  void list();
}

class Chain implements Open, Closing {
  @Override
  public void list() {}
}
