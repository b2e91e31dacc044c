package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.Located;
import dev.gatewright.processor.model.SecuredSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What several {@code @Secured} accept together must be something. */
final class CommonScheme implements Rule {

  @Override
  public List<Finding> check(GuardedType type) {
    return type.methods().stream().flatMap(method -> check(method).stream()).toList();
  }

  private static Optional<Finding> check(GuardedMethod method) {
    List<SecuredSpec> naming =
        method.declarations().lastingSecured().stream()
            .filter(secured -> !secured.schemes().isEmpty())
            .toList();
    if (naming.isEmpty()) {
      return Optional.empty();
    }
    SecuredSpec nearest = naming.get(0);
    Set<String> common = new LinkedHashSet<>(names(nearest));
    for (SecuredSpec secured : naming.subList(1, naming.size())) {
      String before = String.join(", ", common);
      common.retainAll(names(secured));
      if (common.isEmpty()) {
        return Optional.of(
            Finding.of(
                AccessRule.NO_COMMON_SCHEME,
                nearest.schemes().get(0).spot(),
                nearest.spot().element(),
                before,
                secured.spot().element(),
                String.join(", ", names(secured))));
      }
    }
    return Optional.empty();
  }

  private static List<String> names(SecuredSpec secured) {
    return secured.schemes().stream().map(Located::value).toList();
  }
}
