package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

interface StaticInterfaceMethod {
  @RateLimited(permits = 1, per = "1s")
  @Secured
  // expect 15: [GW-M04] @Secured cannot guard StaticInterfaceMethod.cancel(String): the method is static, so the guard cannot override it. Fix: remove 'static'.
  static void cancel(String order) {}
}
