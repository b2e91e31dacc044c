package orders;

import dev.gatewright.Secured;
import javax.ws.rs.GET;
import javax.ws.rs.Path;

@Path("/orders")
class Orders {
  @Secured
  public void helper() {}

  @GET
  // expect 17: [GW-M20] Gatewright cannot guard Orders.list(): JAX-RS reaches it by its mapping, and Gatewright has no module that guards what comes in that way. Fix: move it to a Spring MVC controller, or compile with -Agatewright.adapters=javax-rest if the application has code of its own that asks the gate there.
  public String list() {
    return "";
  }
}

@Path("/offers")
class Offers {
  @Path("{id}")
  // expect 17: [GW-M20] Gatewright cannot guard Offers.offer(): JAX-RS reaches it by its mapping, and Gatewright has no module that guards what comes in that way. Fix: move it to a Spring MVC controller, or compile with -Agatewright.adapters=javax-rest if the application has code of its own that asks the gate there.
  public Object offer() {
    return this;
  }
}
