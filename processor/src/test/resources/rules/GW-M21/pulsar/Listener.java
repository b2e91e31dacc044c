package orders;

import dev.gatewright.Secured;
import org.springframework.pulsar.annotation.PulsarListener;
import org.springframework.pulsar.annotation.PulsarListeners;
import org.springframework.pulsar.annotation.ReactivePulsarListener;

class Listener {
  @PulsarListener
  // expect 3: [GW-M21] @Secured cannot guard Listener.pulsarListener(): Spring Pulsar calls it by @PulsarListener and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void pulsarListener() {}

  @ReactivePulsarListener
  // expect 3: [GW-M21] @Secured cannot guard Listener.reactivePulsarListener(): Spring Pulsar calls it by @ReactivePulsarListener and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void reactivePulsarListener() {}

  @PulsarListeners
  // expect 3: [GW-M21] @Secured cannot guard Listener.pulsarListeners(): Spring Pulsar calls it by @PulsarListeners and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void pulsarListeners() {}
}
