// clean
package orders;

import dev.gatewright.Secured;

@Secured
class NearlyTaken {
  void list() {}

  static class NearlyTakenGuard {}
}
