// clean
package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;

@Secured
class MethodRefinesType {
  @Public(reason = "Prices are on the shop's front page.")
  void prices() {}
}

@Public(reason = "The whole catalogue is on the shop's front page.")
class Catalogue {
  void prices() {}

  @Secured(roles = "clerk")
  void change() {}
}
