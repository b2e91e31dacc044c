package orders;

import dev.gatewright.Secured;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;

// expect 1: [GW-M21] @Secured cannot guard BesideMapped.receive(): Spring Kafka calls it by @KafkaListener and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
@Secured
class BesideMapped {
  @GetMapping("/orders")
  String list() {
    return "";
  }

  @KafkaListener
  void receive() {}

  @Scheduled
  void cleanUp() {}
}

// expect 1: [GW-M21] @Secured cannot guard Plain.send(): a task executor calls it by @Async and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
@Secured
class Plain {
  @Async
  void send() {}
}

interface CleanUp {
  void cleanUp();
}

// expect 1: [GW-M21] @Secured cannot guard CalledByItsInterface.cleanUp(): the scheduler calls it by @Scheduled and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
@Secured
class CalledByItsInterface implements CleanUp {
  @Override
  @Scheduled
  public void cleanUp() {}
}
