package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.GuardedConstructor;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.SourceSpot;
import dev.gatewright.processor.model.Trait;
import dev.gatewright.processor.model.TypeKind;
import dev.gatewright.processor.model.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Methods that no guard can override, and constructors that none can repeat. */
final class UnguardableMethods implements Rule {

  @Override
  public List<Finding> check(GuardedType type) {
    String guardPackage = type.guardName().packageName();
    Stream<Finding> hiddenConstructors =
        type.constructors().stream()
            .filter(each -> each.hidden() != null && each.visibility() != Visibility.PRIVATE)
            .filter(each -> type.kind() == TypeKind.CLASS && !type.isAbstractClass())
            .map(each -> hidden(each, NearestAnnotation.on(type), guardPackage));
    return Stream.concat(
            type.methods().stream().flatMap(method -> check(method, guardPackage).stream()),
            hiddenConstructors)
        .toList();
  }

  private static Finding hidden(
      GuardedConstructor constructor, String annotation, String guardPackage) {
    return hidden(constructor.spot(), annotation, constructor.hidden(), guardPackage);
  }

  private static Finding hidden(
      SourceSpot spot, String annotation, @Nullable ClassReference type, String guardPackage) {
    return Finding.of(
        ElementRule.HIDDEN_TYPE,
        spot,
        annotation,
        spot.element(),
        Objects.requireNonNull(type).canonicalName(),
        TypeText.ofPackage(guardPackage));
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
    List<Finding> findings = new ArrayList<>();
    for (ElementRule id : broken) {
      findings.add(
          Finding.of(
              id,
              method.spot(),
              NearestAnnotation.on(method),
              method.spot().element(),
              TypeText.ofPackage(methodPackage),
              TypeText.ofPackage(guardPackage)));
    }
    if (method.hidden() != null) {
      findings.add(
          hidden(method.spot(), NearestAnnotation.on(method), method.hidden(), guardPackage));
    }
    return findings;
  }
}
