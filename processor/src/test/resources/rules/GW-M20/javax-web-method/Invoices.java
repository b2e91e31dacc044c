package orders;

import dev.gatewright.Secured;
import javax.jws.WebMethod;

class Invoices {
  @WebMethod
  // expect 3: [GW-M20] @Secured cannot guard Invoices.webMethod(): Jakarta XML Web Services reaches it by @WebMethod, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void webMethod() {}
}
