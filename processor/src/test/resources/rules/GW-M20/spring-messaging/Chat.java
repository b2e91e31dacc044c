package orders;

import dev.gatewright.Secured;
import org.springframework.messaging.handler.annotation.MessageExceptionHandler;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.rsocket.annotation.ConnectMapping;
import org.springframework.messaging.rsocket.service.RSocketExchange;
import org.springframework.messaging.simp.annotation.SubscribeMapping;

class Chat {
  @MessageMapping
  // expect 3: [GW-M20] @Secured cannot guard Chat.messageMapping(): Spring messaging reaches it by @MessageMapping, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void messageMapping() {}

  @MessageExceptionHandler
  // expect 3: [GW-M20] @Secured cannot guard Chat.messageExceptionHandler(): Spring messaging reaches it by @MessageExceptionHandler, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void messageExceptionHandler() {}

  @SubscribeMapping
  // expect 3: [GW-M20] @Secured cannot guard Chat.subscribeMapping(): Spring messaging reaches it by @SubscribeMapping, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void subscribeMapping() {}

  @ConnectMapping
  // expect 3: [GW-M20] @Secured cannot guard Chat.connectMapping(): Spring messaging reaches it by @ConnectMapping, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void connectMapping() {}

  @RSocketExchange
  // expect 3: [GW-M20] @Secured cannot guard Chat.rSocketExchange(): Spring messaging reaches it by @RSocketExchange, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void rSocketExchange() {}
}
