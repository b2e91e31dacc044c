// clean
package orders;

import dev.gatewright.Secured;

@Secured
class Found {
  void place(StringBuilder order) {}
}
