package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class NameOfMethod {
  @Secured
  // expect 3: [GW-L11] @RateLimited at NameOfMethod.ändern(String) is named "ändern": only ASCII letters, digits, '-', '_' and '.' are allowed. Fix: write another name = "...".
  @RateLimited(permits = 60, per = "1m")
  void ändern(String id) {}
}
