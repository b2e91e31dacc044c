package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;

@Secured
@ValidatedInput(maxDepth = 2)
interface Flat {
  void place(String order);
}

@Secured
@ValidatedInput
interface Deep {
  void place(String order);
}

// expect 1: [GW-V03] TwoInterfaceTypes inherits different @ValidatedInput from Flat and Deep: neither refines the other. Fix: annotate TwoInterfaceTypes itself with @ValidatedInput.
class TwoInterfaceTypes implements Flat, Deep {
  @Override
  public void place(String order) {}

  public void change(String order) {}
}
