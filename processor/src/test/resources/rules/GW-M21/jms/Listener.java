package orders;

import dev.gatewright.Secured;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.jms.annotation.JmsListeners;

class Listener {
  @JmsListener
  // expect 3: [GW-M21] @Secured cannot guard Listener.jmsListener(): Spring JMS calls it by @JmsListener and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void jmsListener() {}

  @JmsListeners
  // expect 3: [GW-M21] @Secured cannot guard Listener.jmsListeners(): Spring JMS calls it by @JmsListeners and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void jmsListeners() {}
}
