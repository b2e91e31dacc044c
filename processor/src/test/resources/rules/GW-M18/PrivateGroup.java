package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;

@Secured
class PrivateGroup {
  private interface OnCreate {}

  @ValidatedInput(groups = OnCreate.class)
  // expect 8: [GW-M18] @ValidatedInput cannot guard PrivateGroup.place(String): its signature or an annotation names orders.PrivateGroup.OnCreate, which the guard in package orders cannot see. Fix: make that type visible there.
  void place(String order) {}
}
