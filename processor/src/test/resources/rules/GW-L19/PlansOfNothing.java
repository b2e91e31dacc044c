package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.CallerPlans;

@Secured
class PlansOfNothing {
  // expect 63: [GW-L19] @RateLimited at PlansOfNothing.find(String) has plans = Subscriptions, which cannot be asked for a caller's plan: it does not implement CallerPlans. Fix: name a class that implements dev.gatewright.runtime.caller.CallerPlans and that the guard in package orders can name.
  @RateLimited(permits = 60, per = "1m", plans = Subscriptions.class)
  void find(String id) {}

  // expect 58: [GW-L19] @RateLimited at PlansOfNothing.list() has plans = Abstract, which cannot be asked for a caller's plan: it is abstract. Fix: name a class that implements dev.gatewright.runtime.caller.CallerPlans and that the guard in package orders can name.
  @RateLimited(permits = 60, per = "1m", plans = Abstract.class)
  void list() {}
}

class Subscriptions {
  public String plan(Caller caller) {
    return "free";
  }
}

abstract class Abstract implements CallerPlans {}
