// clean
package orders;

import dev.gatewright.Secured;

class ShopOfProtected {
  @Secured
  protected static class Orders {
    void list() {}
  }
}
