package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.Origin;
import dev.gatewright.processor.model.SourceSpot;

/** Who can settle what two supertypes say differently. */
final class CommonSubtype {
  private CommonSubtype() {}

  /** The method, if it is the type's own and a method is concerned; else the type. */
  static SourceSpot of(GuardedType type, GuardedMethod method, Origin one, Origin other) {
    boolean own = method.declaredIn().equals(type.name());
    boolean aboutMethod = one.isOnMethod() || other.isOnMethod();
    return own && aboutMethod ? method.spot() : type.spot();
  }
}
