// option -Agatewright.adapters=jakarta-rest
package orders;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/orders")
class Resource {
  @GET
  // expect 17: [GW-A01] Resource.list() is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  public String list() {
    return "";
  }
}
