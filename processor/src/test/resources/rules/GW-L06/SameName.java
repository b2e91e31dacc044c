package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class SameName {
  @Secured
  @RateLimited(permits = 5, per = "1m", name = "orders")
  // expect 50: [GW-L06] @RateLimited at SameName.place(String) is named "orders", like another limit of SameName.place(String). Fix: give it a name of its own.
  @RateLimited(permits = 100, per = "1d", name = "orders")
  void place(String order) {}
}
