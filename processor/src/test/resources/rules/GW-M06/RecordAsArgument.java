// clean
package orders;

import dev.gatewright.Secured;

@Secured
class RecordAsArgument {
  record Order(String id) {}

  void place(Order order) {}
}
