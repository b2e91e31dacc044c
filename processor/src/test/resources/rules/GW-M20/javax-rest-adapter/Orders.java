// clean
// option -Agatewright.adapters=jakarta-rest,javax-rest
package orders;

import dev.gatewright.Secured;
import javax.ws.rs.GET;

class Orders {
  @Secured
  @GET
  public String list() {
    return "";
  }
}
