package orders;

import static dev.gatewright.Counted.FAILED_AUTHENTICATIONS;
import static dev.gatewright.LimitKey.GLOBAL;
import static dev.gatewright.LimitKey.SUBJECT;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class FailuresByCaller {
  @Secured
  // expect 50: [GW-L09] @RateLimited at FailuresByCaller.list() counts failed authentications by CALLER: who fails to authenticate is known by address only. Fix: add key = ADDRESS, or count by what is attacked with keyedBy.
  @RateLimited(permits = 5, per = "15m", count = FAILED_AUTHENTICATIONS)
  void list() {}

  @Secured
  // expect 50: [GW-L09] @RateLimited at FailuresByCaller.find(String) counts failed authentications by SUBJECT: who fails to authenticate is known by address only. Fix: add key = ADDRESS, or count by what is attacked with keyedBy.
  @RateLimited(permits = 5, per = "15m", count = FAILED_AUTHENTICATIONS, key = SUBJECT)
  void find(String id) {}

  @Secured
  // expect 50: [GW-L09] @RateLimited at FailuresByCaller.count() counts failed authentications by GLOBAL: who fails to authenticate is known by address only. Fix: add key = ADDRESS, or count by what is attacked with keyedBy.
  @RateLimited(permits = 5, per = "15m", count = FAILED_AUTHENTICATIONS, key = GLOBAL)
  void count() {}
}
