// clean
package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class SameNameAndType {
  @Secured
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(int version, String name) {}
}

class AccountOfLogIn {
  public String key(CharSequence name, long version) {
    return name + " " + version;
  }
}
