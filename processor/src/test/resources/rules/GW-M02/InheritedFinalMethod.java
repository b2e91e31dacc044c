package orders;

import dev.gatewright.Secured;

@Secured
class InheritedFinalMethod extends Base {
  void list() {}
}

class Base {
  // expect 14: [GW-M02] @Secured cannot guard Base.cancel(String): the method is final, so the guard cannot override it. Fix: remove 'final'.
  final void cancel(String order) {}
}
