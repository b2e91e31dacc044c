package orders;

import dev.gatewright.Secured;

// expect 1: [GW-M06] @Secured cannot guard RecordEndpoint: it is a record, which no guard can extend. Fix: make it a class.
record RecordEndpoint(String store) {
  @Secured
  void list() {}
}
