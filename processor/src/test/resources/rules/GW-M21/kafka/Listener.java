package orders;

import dev.gatewright.Secured;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.KafkaListeners;

class Listener {
  @KafkaListener
  // expect 3: [GW-M21] @Secured cannot guard Listener.kafkaListener(): Spring Kafka calls it by @KafkaListener and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void kafkaListener() {}

  @KafkaListeners
  // expect 3: [GW-M21] @Secured cannot guard Listener.kafkaListeners(): Spring Kafka calls it by @KafkaListeners and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void kafkaListeners() {}

  @KafkaHandler
  // expect 3: [GW-M21] @Secured cannot guard Listener.kafkaHandler(): Spring Kafka calls it by @KafkaHandler and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void kafkaHandler() {}
}
