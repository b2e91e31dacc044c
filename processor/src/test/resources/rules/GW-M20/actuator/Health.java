package orders;

import dev.gatewright.Secured;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

class Health {
  @ReadOperation
  // expect 3: [GW-M20] @Secured cannot guard Health.readOperation(): Actuator reaches it by @ReadOperation, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void readOperation() {}

  @WriteOperation
  // expect 3: [GW-M20] @Secured cannot guard Health.writeOperation(): Actuator reaches it by @WriteOperation, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void writeOperation() {}

  @DeleteOperation
  // expect 3: [GW-M20] @Secured cannot guard Health.deleteOperation(): Actuator reaches it by @DeleteOperation, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void deleteOperation() {}
}
