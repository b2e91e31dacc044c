package orders;

import dev.gatewright.Secured;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

class Beans {
  @Bean
  // expect 3: [GW-M21] @Secured cannot guard Beans.bean(): the container calls it by @Bean and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void bean() {}

  @EventListener
  // expect 3: [GW-M21] @Secured cannot guard Beans.eventListener(): the publisher of an event calls it by @EventListener and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void eventListener() {}
}
