package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;

// expect 1: [GW-A02] BothOnType is both @Secured and @Public: the two contradict each other. Fix: keep one of them.
@Public(reason = "Prices are on the shop's front page.")
@Secured
class BothOnType {
  void prices() {}

  void offers() {}
}
