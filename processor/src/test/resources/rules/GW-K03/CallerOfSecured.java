// clean
package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class CallerOfSecured {
  @Secured
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(String name) {}
}

class AccountOfLogIn {
  public String key(Caller caller, String name) {
    return caller.subject() + name;
  }
}
