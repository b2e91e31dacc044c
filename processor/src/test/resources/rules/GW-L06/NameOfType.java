package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

// expect 50: [GW-L06] @RateLimited at NameOfType is named "orders", like another limit of NameOfType.place(String). Fix: give it a name of its own.
@RateLimited(permits = 1_000, per = "1d", name = "orders")
@Secured
class NameOfType {
  @RateLimited(permits = 5, per = "1m", name = "orders")
  void place(String order) {}

  @RateLimited(permits = 60, per = "1m", name = "orders")
  void list() {}
}
