// clean
package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.CallerPlans;

@Secured
class KnownPlans {
  @RateLimited(permits = 60, per = "1m", plans = Subscriptions.class)
  @RateLimited(permits = 600, per = "1m", plans = Subscriptions.class, plan = "pro")
  void find(String id) {}
}

class Subscriptions implements CallerPlans {
  @Override
  public String plan(Caller caller) {
    return caller.roles().contains("pro") ? "pro" : "free";
  }
}
