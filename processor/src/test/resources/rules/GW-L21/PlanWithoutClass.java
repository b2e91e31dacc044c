package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

@Secured
class PlanWithoutClass {
  // expect 50: [GW-L21] @RateLimited at PlanWithoutClass.find(String) is for the plan "pro", but names no class that knows the plans of callers. Fix: add plans with a class that implements CallerPlans.
  @RateLimited(permits = 600, per = "1m", plan = "pro")
  void find(String id) {}
}
