package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.CallerPlans;

@Secured
class NoOtherPlans {
  // expect 79: [GW-L22] @RateLimited at NoOtherPlans.find(String) is for the plan "pro", and callers of any other plan, or of none, have no limit. Fix: add one with plans = Subscriptions.class and without a plan.
  @RateLimited(permits = 600, per = "1m", plans = Subscriptions.class, plan = "pro")
  void find(String id) {}
}

class Subscriptions implements CallerPlans {
  @Override
  public String plan(Caller caller) {
    return caller.roles().contains("pro") ? "pro" : "free";
  }
}
