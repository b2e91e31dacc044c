package orders;

import dev.gatewright.Secured;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;

class Cache {
  @ManagedOperation
  // expect 3: [GW-M20] @Secured cannot guard Cache.managedOperation(): JMX reaches it by @ManagedOperation, and has no adapter that would ask a guard. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void managedOperation() {}

  @ManagedAttribute
  // expect 3: [GW-M20] @Secured cannot guard Cache.managedAttribute(): JMX reaches it by @ManagedAttribute, and has no adapter that would ask a guard. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void managedAttribute() {}
}
