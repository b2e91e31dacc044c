package orders;

import dev.gatewright.LimitKey;
import dev.gatewright.RateLimited;
import dev.gatewright.Scheme;
import dev.gatewright.Secured;

class ClientOfApiKey {
  @Secured(schemes = Scheme.API_KEY)
  // expect 56: [GW-L10] @RateLimited at ClientOfApiKey.list() counts by OAUTH_CLIENT, but ClientOfApiKey.list() accepts only API_KEY: no caller has one. Fix: count with key = CALLER, or accept BEARER.
  @RateLimited(permits = 60, per = "1m", key = LimitKey.OAUTH_CLIENT)
  void list() {}
}
