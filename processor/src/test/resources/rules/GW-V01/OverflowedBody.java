package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;

// expect 50: [GW-V01] @ValidatedInput at OverflowedBody has maxBodyBytes = -2147483648: it must be at least 1. Fix: write how many bytes the largest legitimate body has.
@ValidatedInput(maxBodyBytes = Integer.MAX_VALUE + 1)
@Secured
class OverflowedBody {
  void place(String order) {}

  void change(String order) {}
}
