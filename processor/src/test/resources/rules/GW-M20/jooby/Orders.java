package orders;

import dev.gatewright.Secured;
import io.jooby.annotation.CONNECT;
import io.jooby.annotation.DELETE;
import io.jooby.annotation.GET;
import io.jooby.annotation.HEAD;
import io.jooby.annotation.OPTIONS;
import io.jooby.annotation.PATCH;
import io.jooby.annotation.POST;
import io.jooby.annotation.PUT;
import io.jooby.annotation.Path;
import io.jooby.annotation.TRACE;

class Orders {
  @GET
  // expect 3: [GW-M20] @Secured cannot guard Orders.getIt(): Jooby reaches it by @GET, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void getIt() {}

  @POST
  // expect 3: [GW-M20] @Secured cannot guard Orders.postIt(): Jooby reaches it by @POST, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void postIt() {}

  @PUT
  // expect 3: [GW-M20] @Secured cannot guard Orders.putIt(): Jooby reaches it by @PUT, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void putIt() {}

  @DELETE
  // expect 3: [GW-M20] @Secured cannot guard Orders.deleteIt(): Jooby reaches it by @DELETE, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void deleteIt() {}

  @PATCH
  // expect 3: [GW-M20] @Secured cannot guard Orders.patchIt(): Jooby reaches it by @PATCH, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void patchIt() {}

  @HEAD
  // expect 3: [GW-M20] @Secured cannot guard Orders.headIt(): Jooby reaches it by @HEAD, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void headIt() {}

  @OPTIONS
  // expect 3: [GW-M20] @Secured cannot guard Orders.optionsIt(): Jooby reaches it by @OPTIONS, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void optionsIt() {}

  @TRACE
  // expect 3: [GW-M20] @Secured cannot guard Orders.traceIt(): Jooby reaches it by @TRACE, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void traceIt() {}

  @CONNECT
  // expect 3: [GW-M20] @Secured cannot guard Orders.connectIt(): Jooby reaches it by @CONNECT, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void connectIt() {}

  @Path
  // expect 3: [GW-M20] @Secured cannot guard Orders.path(): Jooby reaches it by @Path, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void path() {}
}
