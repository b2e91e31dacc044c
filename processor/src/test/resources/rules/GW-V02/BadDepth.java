package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;

class BadDepth {
  @Secured
  // expect 30: [GW-V02] @ValidatedInput at BadDepth.place(String) has maxDepth = 0: it must be between 1 and 1000. Fix: write how deep the deepest legitimate body nests.
  @ValidatedInput(maxDepth = 0)
  void place(String order) {}

  @Secured
  // expect 30: [GW-V02] @ValidatedInput at BadDepth.change(String) has maxDepth = 1001: it must be between 1 and 1000. Fix: write how deep the deepest legitimate body nests.
  @ValidatedInput(maxDepth = 1_001)
  void change(String order) {}
}
