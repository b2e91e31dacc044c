package orders;

import dev.gatewright.Secured;

class StaticMethod {
  @Secured
  // expect 15: [GW-M04] @Secured cannot guard StaticMethod.cancel(String): the method is static, so the guard cannot override it. Fix: remove 'static'.
  static void cancel(String order) {}
}
