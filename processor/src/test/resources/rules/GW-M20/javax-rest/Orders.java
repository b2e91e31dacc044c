package orders;

import dev.gatewright.Secured;
import javax.ws.rs.GET;
import javax.ws.rs.Path;

@Path("/orders")
class Orders {
  @Secured
  public void helper() {}

  @GET
  // expect 17: [GW-M20] Gatewright cannot guard Orders.list(): JAX-RS reaches it by its mapping, and has no adapter that would ask a guard. Fix: move it to a Spring MVC controller, or compile with -Agatewright.adapters=javax-rest if the application has an adapter of its own.
  public String list() {
    return "";
  }
}

@Path("/offers")
class Offers {
  @Path("{id}")
  // expect 17: [GW-M20] Gatewright cannot guard Offers.offer(): JAX-RS reaches it by its mapping, and has no adapter that would ask a guard. Fix: move it to a Spring MVC controller, or compile with -Agatewright.adapters=javax-rest if the application has an adapter of its own.
  public Object offer() {
    return this;
  }
}
