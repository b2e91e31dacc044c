package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.Declarations;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import java.util.List;

/** Endpoints of which nobody has said who may call them. */
final class UnstatedAccess implements Rule {
  private final String adoption;

  /**
   * Judges with or without a list of endpoints that may stay undecided.
   *
   * @param adoption what else the fix says where there is one; else empty
   */
  UnstatedAccess(String adoption) {
    this.adoption = adoption;
  }

  @Override
  public List<Finding> check(GuardedType type) {
    if (type.isAbstractClass()) {
      // Its concrete subclasses may say it, and must.
      return List.of();
    }
    if (!type.refusedEntries().isEmpty()) {
      // To say it would not help.
      return List.of();
    }
    return type.methods().stream()
        .filter(UnstatedAccess::isUnstated)
        .map(
            method ->
                Finding.of(
                    AccessRule.NEITHER_SECURED_NOR_PUBLIC,
                    method.spot(),
                    element(method, type),
                    adoption))
        .toList();
  }

  /** An inherited method is an endpoint of a class that its own declaration does not name. */
  private static String element(GuardedMethod method, GuardedType type) {
    String element = method.spot().element();
    return method.declaredIn().equals(type.name())
        ? element
        : element + ", an endpoint of " + type.name().simpleName() + ",";
  }

  private static boolean isUnstated(GuardedMethod method) {
    Declarations declarations = method.declarations();
    return declarations.secured().isEmpty() && declarations.open().isEmpty();
  }
}
