package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class BadName {
  @Secured
  // expect 49: [GW-L11] @RateLimited at BadName.list() is named "orders of today": only ASCII letters, digits, '-', '_' and '.' are allowed. Fix: write another name = "...".
  @RateLimited(permits = 60, per = "1m", name = "orders of today")
  // expect 49: [GW-L11] @RateLimited at BadName.list() is named "orders<U+000D><U+000A>X-Evil: 1": only ASCII letters, digits, '-', '_' and '.' are allowed. Fix: write another name = "...".
  @RateLimited(permits = 60, per = "1h", name = "orders\r\nX-Evil: 1")
  // expect 49: [GW-L11] @RateLimited at BadName.list() is named " ": only ASCII letters, digits, '-', '_' and '.' are allowed. Fix: write another name = "...".
  @RateLimited(permits = 60, per = "1d", name = " ")
  void list() {}
}
