// clean
package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class ExactlyOne {
  @Secured
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(String name) {}
}

abstract class Keys {
  public String key(String name) {
    return name;
  }
}

class AccountOfLogIn extends Keys {
  @Override
  public String key(String name) {
    return "account " + name;
  }

  public boolean permits() {
    return true;
  }
}
