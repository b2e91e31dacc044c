// clean
package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;

class ShopOfNested {
  @Secured
  static class Orders {
    void list() {}
  }

  interface Prices {
    @Public(reason = "Prices are on the shop's front page.")
    void list();
  }
}
