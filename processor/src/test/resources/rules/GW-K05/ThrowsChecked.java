package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import java.io.IOException;

class ThrowsChecked {
  @Secured
  // expect 66: [GW-K05] AccountOfLogIn cannot key a limit of ThrowsChecked.find(String): AccountOfLogIn.key(String) throws IOException, a checked exception that no guard declares. Fix: make the key of the arguments alone, or throw an unchecked exception.
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(String name) {}
}

class AccountOfLogIn {
  public String key(String name) throws IOException {
    return name;
  }
}
