package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class NotAClass {
  @Secured
  // expect 60: [GW-K01] java.lang.String[] cannot key a limit of NotAClass.find(String): it has no public method named key. Fix: give it exactly one 'public String key(...)'.
  @RateLimited(permits = 10, per = "1m", keyedBy = String[].class)
  void find(String name) {}
}
