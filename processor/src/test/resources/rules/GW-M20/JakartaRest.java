package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/orders")
class Unannotated {
  @GET
  // expect 17: [GW-M20] Gatewright cannot guard Unannotated.list(): Jakarta REST reaches it by its mapping, and has no adapter that would ask a guard. Fix: move it to a Spring MVC controller, or compile with -Agatewright.adapters=jakarta-rest if the application has an adapter of its own.
  public String list() {
    return "";
  }

  @POST
  public void place(String order) {}
}

@Path("/offers")
class AnnotatedMethod {
  @GET
  // expect 17: [GW-M20] Gatewright cannot guard AnnotatedMethod.list(): Jakarta REST reaches it by its mapping, and has no adapter that would ask a guard. Fix: move it to a Spring MVC controller, or compile with -Agatewright.adapters=jakarta-rest if the application has an adapter of its own.
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
  // expect 3: [GW-M20] @Public cannot guard AnnotatedType.list(): Jakarta REST reaches it by its mapping, and has no adapter that would ask a guard. Fix: move it to a Spring MVC controller, or compile with -Agatewright.adapters=jakarta-rest if the application has an adapter of its own.
  @Public(reason = "everybody may read them")
  public String list() {
    return "";
  }
}

@Path("/items")
// expect 1: [GW-M20] @Secured cannot guard Locator.item(): Jakarta REST reaches it by its mapping, and has no adapter that would ask a guard. Fix: move it to a Spring MVC controller, or compile with -Agatewright.adapters=jakarta-rest if the application has an adapter of its own.
@Secured
class Locator {
  @Path("{id}")
  public Object item() {
    return this;
  }
}

// expect 1: [GW-M20] @Secured cannot guard OrderApi.list(): Jakarta REST reaches it by its mapping, and has no adapter that would ask a guard. Fix: move it to a Spring MVC controller, or compile with -Agatewright.adapters=jakarta-rest if the application has an adapter of its own.
@Secured
interface OrderApi {
  @GET
  String list();
}

interface ClientApi {
  @GET
  String list();
}
