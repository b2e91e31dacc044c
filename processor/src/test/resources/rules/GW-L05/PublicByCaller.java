package orders;

import static dev.gatewright.LimitKey.OAUTH_CLIENT;
import static dev.gatewright.LimitKey.SUBJECT;

import dev.gatewright.LimitKey;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;

class PublicByCaller {
  @Public(reason = "Prices are on the shop's front page.")
  // expect 3: [GW-L05] @RateLimited at PublicByCaller.prices() counts by CALLER, but PublicByCaller.prices() is @Public: nobody knows who calls it. Fix: count by address with key = ADDRESS.
  @RateLimited(permits = 60, per = "1m")
  void prices() {}

  @Public(reason = "Prices are on the shop's front page.")
  // expect 48: [GW-L05] @RateLimited at PublicByCaller.offers() counts by SUBJECT, but PublicByCaller.offers() is @Public: nobody knows who calls it. Fix: count by address with key = ADDRESS.
  @RateLimited(permits = 60, per = "1m", key = SUBJECT)
  void offers() {}

  @Public(reason = "Prices are on the shop's front page.")
  // expect 56: [GW-L05] @RateLimited at PublicByCaller.shops() counts by API_KEY, but PublicByCaller.shops() is @Public: nobody knows who calls it. Fix: count by address with key = ADDRESS.
  @RateLimited(permits = 60, per = "1m", key = LimitKey.API_KEY)
  void shops() {}

  @Public(reason = "Prices are on the shop's front page.")
  // expect 48: [GW-L05] @RateLimited at PublicByCaller.news() counts by OAUTH_CLIENT, but PublicByCaller.news() is @Public: nobody knows who calls it. Fix: count by address with key = ADDRESS.
  @RateLimited(permits = 60, per = "1m", key = OAUTH_CLIENT)
  void news() {}
}
