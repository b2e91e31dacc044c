// clean
package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;

interface OrderApi {
  @Public(reason = "Prices are on the shop's front page.")
  void prices();

  @Secured
  void list();
}

class DemandsMore implements OrderApi {
  @Secured(roles = "clerk")
  @Override
  public void prices() {}

  @Secured(roles = "clerk")
  @Override
  public void list() {}
}

@Secured
class Inheriting extends DemandsMore {
  void more() {}
}
