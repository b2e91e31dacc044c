package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;

class BothOnMethod {
  @Secured
  // expect 3: [GW-A02] BothOnMethod.prices() is both @Secured and @Public: the two contradict each other. Fix: keep one of them.
  @Public(reason = "Prices are on the shop's front page.")
  void prices() {}
}
