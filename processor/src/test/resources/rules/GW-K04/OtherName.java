package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class OtherName {
  @Secured
  // expect 66: [GW-K04] AccountOfLogIn cannot key a limit of OtherName.find(String): AccountOfLogIn.key(String) asks for 'String account', but the endpoint has (String name). Fix: give both the same parameter name and type; only a Caller may come first without.
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(String name) {}
}

class AccountOfLogIn {
  public String key(String account) {
    return account;
  }
}
