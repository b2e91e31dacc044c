package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

// expect 64: [GW-L18] @RateLimited at KeyOfType has keyedBy = AccountOfLogIn on a type, whose endpoints have different parameters. Fix: write the limit on each endpoint that has them.
@RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
@Secured
class KeyOfType {
  void find(String name) {}

  void list() {}
}

class AccountOfLogIn {
  public String key(String name) {
    return name;
  }
}
