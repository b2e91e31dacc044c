package orders;

import dev.gatewright.Secured;
import org.springframework.amqp.rabbit.annotation.RabbitHandler;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.annotation.RabbitListeners;

class Listener {
  @RabbitListener
  // expect 3: [GW-M21] @Secured cannot guard Listener.rabbitListener(): Spring AMQP calls it by @RabbitListener and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void rabbitListener() {}

  @RabbitListeners
  // expect 3: [GW-M21] @Secured cannot guard Listener.rabbitListeners(): Spring AMQP calls it by @RabbitListeners and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void rabbitListeners() {}

  @RabbitHandler
  // expect 3: [GW-M21] @Secured cannot guard Listener.rabbitHandler(): Spring AMQP calls it by @RabbitHandler and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void rabbitHandler() {}
}
