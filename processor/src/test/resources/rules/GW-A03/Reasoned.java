// clean
package orders;

import dev.gatewright.Public;

class Reasoned {
  @Public(reason = "Prices are on the shop's front page.")
  void prices() {}
}
