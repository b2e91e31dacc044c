package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.Trait;
import dev.gatewright.processor.model.Visibility;
import java.util.ArrayList;
import java.util.List;

/** Methods that no guard can override. */
final class UnguardableMethods implements Rule {

  @Override
  public List<Finding> check(GuardedType type) {
    String guardPackage = type.guardName().packageName();
    return type.methods().stream().flatMap(method -> check(method, guardPackage).stream()).toList();
  }

  private static List<Finding> check(GuardedMethod method, String guardPackage) {
    List<ElementRule> broken = new ArrayList<>();
    if (method.traits().contains(Trait.FINAL)) {
      broken.add(ElementRule.FINAL_METHOD);
    }
    if (method.visibility() == Visibility.PRIVATE) {
      broken.add(ElementRule.PRIVATE_METHOD);
    }
    if (method.traits().contains(Trait.STATIC)) {
      broken.add(ElementRule.STATIC_METHOD);
    }
    String methodPackage = method.declaredIn().packageName();
    if (method.visibility() == Visibility.PACKAGE && !methodPackage.equals(guardPackage)) {
      broken.add(ElementRule.PACKAGE_PRIVATE_ELSEWHERE);
    }
    if (method.traits().contains(Trait.HIDDEN_TYPE)) {
      broken.add(ElementRule.HIDDEN_TYPE);
    }
    String annotation = Bearing.on(method);
    return broken.stream()
        .map(
            id ->
                Finding.of(
                    id,
                    method.spot(),
                    annotation,
                    method.spot().element(),
                    TypeText.ofPackage(methodPackage),
                    TypeText.ofPackage(guardPackage)))
        .toList();
  }
}
