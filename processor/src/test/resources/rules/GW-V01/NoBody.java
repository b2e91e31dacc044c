package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;

class NoBody {
  @Secured
  // expect 34: [GW-V01] @ValidatedInput at NoBody.place(String) has maxBodyBytes = 0: it must be at least 1. Fix: write how many bytes the largest legitimate body has.
  @ValidatedInput(maxBodyBytes = 0)
  void place(String order) {}
}
