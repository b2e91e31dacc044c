package orders;

import static dev.gatewright.Counted.FAILED_AUTHENTICATIONS;
import static dev.gatewright.LimitKey.SUBJECT;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class FailuresByCaller {
  @Secured
  // expect 50: [GW-L09] @RateLimited at FailuresByCaller.list() counts failed authentications by CALLER: who fails to authenticate has only an address. Fix: add key = ADDRESS.
  @RateLimited(permits = 5, per = "15m", count = FAILED_AUTHENTICATIONS)
  void list() {}

  @Secured
  // expect 50: [GW-L09] @RateLimited at FailuresByCaller.find(String) counts failed authentications by SUBJECT: who fails to authenticate has only an address. Fix: add key = ADDRESS.
  @RateLimited(permits = 5, per = "15m", count = FAILED_AUTHENTICATIONS, key = SUBJECT)
  void find(String id) {}
}
