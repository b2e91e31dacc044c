package orders;

import dev.gatewright.Secured;
import org.apache.camel.Consume;

class Jobs {
  @Consume
  // expect 3: [GW-M21] @Secured cannot guard Jobs.consume(): Camel calls it by @Consume and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void consume() {}
}
