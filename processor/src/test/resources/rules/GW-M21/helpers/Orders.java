// clean
package orders;

import dev.gatewright.Secured;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;

@Secured
class BesideMapped {
  @GetMapping("/orders")
  String list() {
    return "";
  }

  @Scheduled
  void cleanUp() {}
}

class MethodLevel {
  @Secured
  void place() {}

  @KafkaListener
  void receive() {}

  @EventListener
  void placed() {}
}

@Secured
class SecuredAsAWhole {
  void place() {}

  @Scheduled
  void cleanUp() {}

  @EventListener
  void placed() {}
}
