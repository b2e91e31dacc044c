package orders;

import dev.gatewright.Secured;
import org.apache.struts2.convention.annotation.Action;

class Orders {
  @Action
  // expect 3: [GW-M20] @Secured cannot guard Orders.action(): Struts reaches it by @Action, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void action() {}
}
