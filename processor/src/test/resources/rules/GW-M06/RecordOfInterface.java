package orders;

import dev.gatewright.Secured;

interface Orders {
  @Secured
  void list();
}

// expect 1: [GW-M06] @Secured cannot guard RecordOfInterface: it is a record, which no guard can extend. Fix: make it a class.
record RecordOfInterface(String store) implements Orders {
  @Override
  public void list() {}
}
