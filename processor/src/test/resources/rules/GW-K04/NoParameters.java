package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class NoParameters {
  @Secured
  // expect 66: [GW-K04] AccountOfLogIn cannot key a limit of NoParameters.list(): AccountOfLogIn.key(String) asks for 'String name', but the endpoint has no parameters. Fix: give both the same parameter name and type; only a Caller may come first without.
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void list() {}
}

class AccountOfLogIn {
  public String key(String name) {
    return name;
  }
}
