// clean
package orders;

import dev.gatewright.Secured;

@Secured
class OneOpenConstructor {
  private final String store;

  private OneOpenConstructor(String store) {
    this.store = store;
  }

  protected OneOpenConstructor() {
    this("orders");
  }

  String list() {
    return store;
  }
}
