package orders;

import dev.gatewright.LimitKey;
import dev.gatewright.RateLimited;
import dev.gatewright.Scheme;
import dev.gatewright.Secured;

@Secured(schemes = Scheme.BEARER)
class KeyOfExcludedScheme {
  // expect 56: [GW-L10] @RateLimited at KeyOfExcludedScheme.list() counts by API_KEY, but KeyOfExcludedScheme.list() accepts only BEARER: no caller has one. Fix: count with key = CALLER, or accept API_KEY.
  @RateLimited(permits = 60, per = "1m", key = LimitKey.API_KEY)
  void list() {}
}
