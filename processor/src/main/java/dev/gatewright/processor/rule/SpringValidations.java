package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.InputSpec;
import dev.gatewright.processor.model.SpringValidation;
import dev.gatewright.processor.model.TypeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Annotations by which Spring would validate, where the guard alone does. */
final class SpringValidations implements Rule {
  private static final TypeUse DEFAULT =
      new TypeUse.Declared(
          new ClassReference("jakarta.validation.groups", List.of("Default")), List.of());

  @Override
  public List<Finding> check(GuardedType type) {
    return type.methods().stream().flatMap(method -> check(method).stream()).toList();
  }

  private static List<Finding> check(GuardedMethod method) {
    InputSpec input = method.declarations().nearestInput().orElse(null);
    List<Finding> findings = new ArrayList<>();
    if (input == null) {
      return findings;
    }
    for (SpringValidation each : method.springValidations()) {
      String element = each.spot().element();
      if (!each.groups().isEmpty() && !groups(each.groups()).equals(groups(input.groups()))) {
        findings.add(
            Finding.of(
                InputRule.SPRING_GROUPS,
                each.spot(),
                each.annotation(),
                element,
                literals(each.groups())));
      }
      if (each.onParameter() && !each.cascaded()) {
        findings.add(Finding.of(InputRule.SPRING_CASCADE, each.spot(), each.annotation(), element));
      }
    }
    return findings;
  }

  private static Set<TypeUse> groups(List<TypeUse> written) {
    return written.isEmpty() ? Set.of(DEFAULT) : Set.copyOf(written);
  }

  private static String literals(List<TypeUse> groups) {
    String joined =
        groups.stream()
            .map(group -> TypeText.of(group) + ".class")
            .collect(Collectors.joining(", "));
    return groups.size() == 1 ? joined : "{" + joined + "}";
  }
}
