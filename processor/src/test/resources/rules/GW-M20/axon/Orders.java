package orders;

import dev.gatewright.Secured;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;

class Orders {
  @CommandHandler
  // expect 3: [GW-M20] @Secured cannot guard Orders.commandHandler(): Axon reaches it by @CommandHandler, and Gatewright has no module that guards what comes in that way. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void commandHandler() {}

  @QueryHandler
  // expect 3: [GW-M20] @Secured cannot guard Orders.queryHandler(): Axon reaches it by @QueryHandler, and Gatewright has no module that guards what comes in that way. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void queryHandler() {}

  @EventHandler
  // expect 3: [GW-M20] @Secured cannot guard Orders.eventHandler(): Axon reaches it by @EventHandler, and Gatewright has no module that guards what comes in that way. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void eventHandler() {}
}
