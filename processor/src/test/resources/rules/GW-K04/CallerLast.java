package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class CallerLast {
  @Secured
  // expect 66: [GW-K04] AccountOfLogIn cannot key a limit of CallerLast.find(String): AccountOfLogIn.key(String, Caller) asks for 'Caller caller', but the endpoint has (String name). Fix: give both the same parameter name and type; only a Caller may come first without.
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(String name) {}
}

class AccountOfLogIn {
  public String key(String name, Caller caller) {
    return caller.subject() + name;
  }
}
