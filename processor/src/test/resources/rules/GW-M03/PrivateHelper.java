// clean
package orders;

import dev.gatewright.Secured;

@Secured
class PrivateHelper {
  void list() {
    log();
  }

  private void log() {}
}
