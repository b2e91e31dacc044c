// clean
package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class NestedKey {
  @Secured
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  @RateLimited(permits = 20, per = "1h", keyedBy = Salted.class)
  void find(String name) {}

  static class AccountOfLogIn {
    public String key(String name) {
      return name;
    }
  }

  record Salted(String salt) {
    public String key(String name) {
      return salt + name;
    }
  }
}
