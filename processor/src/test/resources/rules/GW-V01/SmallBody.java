// clean
package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;

class SmallBody {
  @Secured
  @ValidatedInput(maxBodyBytes = 1)
  void place(String order) {}
}
