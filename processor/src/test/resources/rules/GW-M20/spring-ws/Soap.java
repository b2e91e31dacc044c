package orders;

import dev.gatewright.Secured;
import org.springframework.ws.server.endpoint.annotation.PayloadRoot;
import org.springframework.ws.server.endpoint.annotation.PayloadRoots;
import org.springframework.ws.soap.addressing.server.annotation.Action;
import org.springframework.ws.soap.server.endpoint.annotation.SoapAction;
import org.springframework.ws.soap.server.endpoint.annotation.SoapActions;

class Soap {
  @PayloadRoot
  // expect 3: [GW-M20] @Secured cannot guard Soap.payloadRoot(): Spring Web Services reaches it by @PayloadRoot, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void payloadRoot() {}

  @PayloadRoots
  // expect 3: [GW-M20] @Secured cannot guard Soap.payloadRoots(): Spring Web Services reaches it by @PayloadRoots, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void payloadRoots() {}

  @SoapAction
  // expect 3: [GW-M20] @Secured cannot guard Soap.soapAction(): Spring Web Services reaches it by @SoapAction, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void soapAction() {}

  @SoapActions
  // expect 3: [GW-M20] @Secured cannot guard Soap.soapActions(): Spring Web Services reaches it by @SoapActions, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void soapActions() {}

  @Action
  // expect 3: [GW-M20] @Secured cannot guard Soap.action(): Spring Web Services reaches it by @Action, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void action() {}
}
