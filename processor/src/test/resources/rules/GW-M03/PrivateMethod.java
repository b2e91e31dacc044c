package orders;

import dev.gatewright.Secured;

class PrivateMethod {
  @Secured
  // expect 16: [GW-M03] @Secured cannot guard PrivateMethod.cancel(String): the method is private, so the guard cannot override it. Fix: remove 'private'.
  private void cancel(String order) {}

  @Secured
  void list() {
    cancel("");
  }
}
