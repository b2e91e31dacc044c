// clean
package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;

class GoodDepth {
  @Secured
  @ValidatedInput(maxDepth = 1)
  void place(String order) {}

  @Secured
  @ValidatedInput(maxDepth = 1_000)
  void change(String order) {}
}
