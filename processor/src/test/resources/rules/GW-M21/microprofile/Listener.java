package orders;

import dev.gatewright.Secured;
import org.eclipse.microprofile.reactive.messaging.Incoming;

class Listener {
  @Incoming
  // expect 3: [GW-M21] @Secured cannot guard Listener.incoming(): MicroProfile Reactive Messaging calls it by @Incoming and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void incoming() {}
}
