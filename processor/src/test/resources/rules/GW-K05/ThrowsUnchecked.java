// clean
package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import java.io.UncheckedIOException;

class ThrowsUnchecked {
  @Secured
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(String name) {}
}

class AccountOfLogIn {
  public String key(String name) throws UncheckedIOException {
    return name;
  }
}
