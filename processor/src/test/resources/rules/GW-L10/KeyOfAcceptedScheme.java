// clean
package orders;

import dev.gatewright.LimitKey;
import dev.gatewright.RateLimited;
import dev.gatewright.Scheme;
import dev.gatewright.Secured;

class KeyOfAcceptedScheme {
  @Secured(schemes = {Scheme.API_KEY, Scheme.BEARER})
  @RateLimited(permits = 60, per = "1m", key = LimitKey.OAUTH_CLIENT)
  @RateLimited(permits = 60, per = "1m", key = LimitKey.API_KEY)
  void list() {}

  @Secured
  @RateLimited(permits = 60, per = "1m", key = LimitKey.API_KEY)
  void find(String id) {}
}
