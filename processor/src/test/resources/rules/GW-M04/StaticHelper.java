// clean
package orders;

import dev.gatewright.Secured;

@Secured
class StaticHelper {
  static void parse(String order) {}

  void list() {
    parse("");
  }
}
