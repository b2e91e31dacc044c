package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;

// expect 1: [GW-V03] InterfaceOfTwo inherits different @ValidatedInput from SmallApi.place(String) and LargeApi.place(String): neither refines the other. Fix: annotate InterfaceOfTwo itself with @ValidatedInput.
interface InterfaceOfTwo extends SmallApi, LargeApi {}

interface SmallApi {
  @Secured
  @ValidatedInput(maxBodyBytes = 1)
  void place(String order);
}

interface LargeApi {
  @Secured
  @ValidatedInput(maxBodyBytes = 2)
  void place(String order);
}
