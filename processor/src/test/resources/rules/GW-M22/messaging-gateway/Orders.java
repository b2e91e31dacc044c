package orders;

import dev.gatewright.Secured;
import org.springframework.integration.annotation.MessagingGateway;

@MessagingGateway
interface Orders {
  // expect 3: [GW-M22] @Secured cannot guard Orders: Spring Integration itself implements it because of @MessagingGateway, and does not call the guard. Fix: annotate the controller that calls it.
  @Secured
  String find(String name);
}
