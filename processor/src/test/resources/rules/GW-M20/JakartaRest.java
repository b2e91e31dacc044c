package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/orders")
class Unannotated {
  @GET
  // expect 17: [GW-M20] Gatewright cannot guard Unannotated.list(): Jakarta REST reaches it by its mapping, and Gatewright has no module that guards what comes in that way. Fix: move it to a Spring MVC controller, or compile with -Agatewright.adapters=jakarta-rest if the application has code of its own that asks the gate there.
  public String list() {
    return "";
  }

  @POST
  public void place(String order) {}
}

@Path("/offers")
class AnnotatedMethod {
  @GET
  // expect 17: [GW-M20] Gatewright cannot guard AnnotatedMethod.list(): Jakarta REST reaches it by its mapping, and Gatewright has no module that guards what comes in that way. Fix: move it to a Spring MVC controller, or compile with -Agatewright.adapters=jakarta-rest if the application has code of its own that asks the gate there.
  public String list() {
    return "";
  }

  @POST
  @Secured
  public void place(String order) {}
}

@Path("/notes")
@Secured
class AnnotatedType {
  @GET
  // expect 3: [GW-M20] @Public cannot guard AnnotatedType.list(): Jakarta REST reaches it by its mapping, and Gatewright has no module that guards what comes in that way. Fix: move it to a Spring MVC controller, or compile with -Agatewright.adapters=jakarta-rest if the application has code of its own that asks the gate there.
  @Public(reason = "everybody may read them")
  public String list() {
    return "";
  }
}

@Path("/items")
// expect 1: [GW-M20] @Secured cannot guard Locator.item(): Jakarta REST reaches it by its mapping, and Gatewright has no module that guards what comes in that way. Fix: move it to a Spring MVC controller, or compile with -Agatewright.adapters=jakarta-rest if the application has code of its own that asks the gate there.
@Secured
class Locator {
  @Path("{id}")
  public Object item() {
    return this;
  }
}

// expect 1: [GW-M20] @Secured cannot guard OrderApi.list(): Jakarta REST reaches it by its mapping, and Gatewright has no module that guards what comes in that way. Fix: move it to a Spring MVC controller, or compile with -Agatewright.adapters=jakarta-rest if the application has code of its own that asks the gate there.
@Secured
interface OrderApi {
  @GET
  String list();
}

interface ClientApi {
  @GET
  String list();
}
