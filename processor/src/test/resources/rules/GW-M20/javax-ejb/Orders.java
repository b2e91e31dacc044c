package orders;

import dev.gatewright.Secured;
import javax.ejb.MessageDriven;
import javax.ejb.Singleton;
import javax.ejb.Stateful;
import javax.ejb.Stateless;

@Stateless
// expect 1: [GW-M20] @Secured cannot guard StatelessBean: the EJB container reaches it by @Stateless, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class StatelessBean {
  void call() {}
}

@Stateful
// expect 1: [GW-M20] @Secured cannot guard StatefulBean: the EJB container reaches it by @Stateful, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class StatefulBean {
  void call() {}
}

@Singleton
// expect 1: [GW-M20] @Secured cannot guard SingletonBean: the EJB container reaches it by @Singleton, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class SingletonBean {
  void call() {}
}

@MessageDriven
// expect 1: [GW-M20] @Secured cannot guard MessageDrivenBean: the EJB container reaches it by @MessageDriven, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class MessageDrivenBean {
  void call() {}
}
