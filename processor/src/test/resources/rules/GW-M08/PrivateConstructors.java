package orders;

import dev.gatewright.Secured;

@Secured
// expect 1: [GW-M08] @Secured cannot guard PrivateConstructors: all its constructors are private, so no guard can call one. Fix: remove 'private' from a constructor.
class PrivateConstructors {
  private PrivateConstructors() {}

  private PrivateConstructors(String store) {}

  static PrivateConstructors create() {
    return new PrivateConstructors("");
  }

  void list() {}
}
