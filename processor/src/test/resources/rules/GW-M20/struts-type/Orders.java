package orders;

import dev.gatewright.Secured;
import org.apache.struts2.convention.annotation.Action;

@Action
// expect 1: [GW-M20] @Secured cannot guard Orders: Struts reaches it by @Action, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class Orders {
  String execute() {
    return "";
  }
}
