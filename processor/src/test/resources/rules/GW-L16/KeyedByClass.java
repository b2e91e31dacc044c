// clean
package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class KeyedByClass {
  @Secured
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(String name) {}

  @Secured
  @RateLimited(permits = 10, per = "1m", keyedBy = Void.class)
  void list() {}
}

class AccountOfLogIn {
  public String key(String name) {
    return name;
  }
}
