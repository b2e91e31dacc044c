// clean
package orders;

import dev.gatewright.Secured;

class Good {
  @Secured(maxAuthAge = "5m")
  void pay() {}

  @Secured(maxAuthAge = "366d")
  void list() {}

  @Secured
  void any() {}
}
