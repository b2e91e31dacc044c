package orders;

import dev.gatewright.LimitKey;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.CallerPlans;

@Secured
class PlanOfAddress {
  // expect 87: [GW-L20] @RateLimited at PlanOfAddress.find(String) depends on the caller's plan, but counts by ADDRESS, which is no caller. Fix: count by the caller, with key = CALLER, SUBJECT, API_KEY or OAUTH_CLIENT, or remove plans.
  @RateLimited(permits = 60, per = "1m", key = LimitKey.ADDRESS, plans = Subscriptions.class)
  void find(String id) {}

  // expect 86: [GW-L20] @RateLimited at PlanOfAddress.list() depends on the caller's plan, but counts by GLOBAL, which is no caller. Fix: count by the caller, with key = CALLER, SUBJECT, API_KEY or OAUTH_CLIENT, or remove plans.
  @RateLimited(permits = 60, per = "1m", key = LimitKey.GLOBAL, plans = Subscriptions.class)
  void list() {}

  // expect 91: [GW-L20] @RateLimited at PlanOfAddress.copy(String) depends on the caller's plan, but counts by keyedBy, which is no caller. Fix: count by the caller, with key = CALLER, SUBJECT, API_KEY or OAUTH_CLIENT, or remove plans.
  @RateLimited(permits = 60, per = "1m", keyedBy = KeyOfOrder.class, plans = Subscriptions.class)
  void copy(String id) {}
}

class KeyOfOrder {
  public String key(String id) {
    return id;
  }
}

class Subscriptions implements CallerPlans {
  @Override
  public String plan(Caller caller) {
    return caller.roles().contains("pro") ? "pro" : "free";
  }
}
