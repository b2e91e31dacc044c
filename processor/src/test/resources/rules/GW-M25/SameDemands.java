// clean
package orders;

import dev.gatewright.Secured;

/** The supertype demands the same of both. */
@Secured(roles = "clerk")
class Base {
  public String read() {
    return "";
  }
}

class Whole extends Base {
  public String twice() {
    return super.read() + super.read();
  }
}
