package orders;

import com.linecorp.armeria.server.annotation.Delete;
import com.linecorp.armeria.server.annotation.Get;
import com.linecorp.armeria.server.annotation.Head;
import com.linecorp.armeria.server.annotation.Options;
import com.linecorp.armeria.server.annotation.Patch;
import com.linecorp.armeria.server.annotation.Path;
import com.linecorp.armeria.server.annotation.Post;
import com.linecorp.armeria.server.annotation.Put;
import com.linecorp.armeria.server.annotation.Trace;
import dev.gatewright.Secured;

class Orders {
  @Get
  // expect 3: [GW-M20] @Secured cannot guard Orders.get(): Armeria reaches it by @Get, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void get() {}

  @Head
  // expect 3: [GW-M20] @Secured cannot guard Orders.head(): Armeria reaches it by @Head, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void head() {}

  @Post
  // expect 3: [GW-M20] @Secured cannot guard Orders.post(): Armeria reaches it by @Post, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void post() {}

  @Put
  // expect 3: [GW-M20] @Secured cannot guard Orders.put(): Armeria reaches it by @Put, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void put() {}

  @Delete
  // expect 3: [GW-M20] @Secured cannot guard Orders.delete(): Armeria reaches it by @Delete, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void delete() {}

  @Options
  // expect 3: [GW-M20] @Secured cannot guard Orders.options(): Armeria reaches it by @Options, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void options() {}

  @Patch
  // expect 3: [GW-M20] @Secured cannot guard Orders.patch(): Armeria reaches it by @Patch, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void patch() {}

  @Trace
  // expect 3: [GW-M20] @Secured cannot guard Orders.trace(): Armeria reaches it by @Trace, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void trace() {}

  @Path
  // expect 3: [GW-M20] @Secured cannot guard Orders.path(): Armeria reaches it by @Path, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void path() {}
}
