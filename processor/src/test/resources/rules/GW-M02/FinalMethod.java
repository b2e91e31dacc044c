package orders;

import dev.gatewright.Secured;

@Secured
class FinalMethod {
  // expect 14: [GW-M02] @Secured cannot guard FinalMethod.cancel(String): the method is final, so the guard cannot override it. Fix: remove 'final'.
  final void cancel(String order) {}
}
