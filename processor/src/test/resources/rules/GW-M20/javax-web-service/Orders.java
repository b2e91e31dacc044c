package orders;

import dev.gatewright.Secured;
import javax.jws.WebService;
import javax.xml.ws.WebServiceProvider;

@WebService
// expect 1: [GW-M20] @Secured cannot guard WebServiceBean: Jakarta XML Web Services reaches it by @WebService, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class WebServiceBean {
  void call() {}
}

@WebServiceProvider
// expect 1: [GW-M20] @Secured cannot guard WebServiceProviderBean: Jakarta XML Web Services reaches it by @WebServiceProvider, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class WebServiceProviderBean {
  void call() {}
}
