package orders;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.runtime.caller.Caller;

class CallerOfPublic {
  @Public(reason = "Names are on the front page.")
  // expect 66: [GW-K03] AccountOfLogIn cannot key a limit of CallerOfPublic.find(String): AccountOfLogIn.key(Caller, String) asks for the caller, but the endpoint is @Public: nobody knows who calls it. Fix: make the key of arguments only, or secure the endpoint.
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(String name) {}
}

class AccountOfLogIn {
  public String key(Caller caller, String name) {
    return caller.subject() + name;
  }
}
