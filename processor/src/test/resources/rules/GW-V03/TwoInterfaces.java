package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;

interface Small {
  @Secured
  @ValidatedInput(maxBodyBytes = 1_000)
  void place(String order);
}

interface Large {
  @Secured
  @ValidatedInput(maxBodyBytes = 1_000_000)
  void place(String order);
}

class TwoInterfaces implements Small, Large {
  @Override
  // expect 15: [GW-V03] TwoInterfaces.place(String) inherits different @ValidatedInput from Small.place(String) and Large.place(String): neither refines the other. Fix: annotate TwoInterfaces.place(String) itself with @ValidatedInput.
  public void place(String order) {}
}
