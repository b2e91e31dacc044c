package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class LostDigits {
  @Secured
  // expect 66: [GW-K04] AccountOfLogIn cannot key a limit of LostDigits.find(long): AccountOfLogIn.key(double) asks for 'double account', but the endpoint has (long account). Fix: give both the same parameter name and type; only a Caller may come first without.
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(long account) {}
}

class AccountOfLogIn {
  public String key(double account) {
    return "" + account;
  }
}
