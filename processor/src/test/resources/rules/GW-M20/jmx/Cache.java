package orders;

import dev.gatewright.Secured;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;

class Cache {
  @ManagedOperation
  // expect 3: [GW-M20] @Secured cannot guard Cache.managedOperation(): JMX reaches it by @ManagedOperation, and Gatewright has no module that guards what comes in that way. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void managedOperation() {}

  @ManagedAttribute
  // expect 3: [GW-M20] @Secured cannot guard Cache.managedAttribute(): JMX reaches it by @ManagedAttribute, and Gatewright has no module that guards what comes in that way. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void managedAttribute() {}
}
