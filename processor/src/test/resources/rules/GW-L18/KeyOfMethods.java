// clean
package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

@Secured
class KeyOfMethods {
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(String name) {}

  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void copy(int times, String name) {}

  void list() {}
}

class AccountOfLogIn {
  public String key(String name) {
    return name;
  }
}
