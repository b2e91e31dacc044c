package orders;

import dev.gatewright.Secured;
import org.springframework.integration.annotation.Aggregator;
import org.springframework.integration.annotation.Filter;
import org.springframework.integration.annotation.InboundChannelAdapter;
import org.springframework.integration.annotation.Router;
import org.springframework.integration.annotation.ServiceActivator;
import org.springframework.integration.annotation.Splitter;
import org.springframework.integration.annotation.Transformer;

class Flow {
  @ServiceActivator
  // expect 3: [GW-M20] @Secured cannot guard Flow.serviceActivator(): Spring Integration reaches it by @ServiceActivator, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void serviceActivator() {}

  @Transformer
  // expect 3: [GW-M20] @Secured cannot guard Flow.transformer(): Spring Integration reaches it by @Transformer, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void transformer() {}

  @Router
  // expect 3: [GW-M20] @Secured cannot guard Flow.router(): Spring Integration reaches it by @Router, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void router() {}

  @Filter
  // expect 3: [GW-M20] @Secured cannot guard Flow.filter(): Spring Integration reaches it by @Filter, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void filter() {}

  @Splitter
  // expect 3: [GW-M20] @Secured cannot guard Flow.splitter(): Spring Integration reaches it by @Splitter, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void splitter() {}

  @Aggregator
  // expect 3: [GW-M20] @Secured cannot guard Flow.aggregator(): Spring Integration reaches it by @Aggregator, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void aggregator() {}

  @InboundChannelAdapter
  // expect 3: [GW-M20] @Secured cannot guard Flow.inboundChannelAdapter(): Spring Integration reaches it by @InboundChannelAdapter, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void inboundChannelAdapter() {}
}
