package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class NameOfUnnamed {
  @Secured
  @RateLimited(permits = 5, per = "1m")
  // expect 50: [GW-L06] @RateLimited at NameOfUnnamed.place(String) is named "place", like another limit of NameOfUnnamed.place(String). Fix: give it a name of its own.
  @RateLimited(permits = 100, per = "1d", name = "place")
  void place(String order) {}
}
