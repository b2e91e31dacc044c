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
    Set<String> common = new LinkedHashSet<>(names(naming.get(0)));
    for (SecuredSpec secured : naming.subList(1, naming.size())) {
      List<String> before = List.copyOf(common);
      common.retainAll(names(secured));
      if (common.isEmpty()) {
        SecuredSpec nearest = naming.get(0);
        // A type is nearer than the interface whose method it implements.
        return Optional.of(
            secured.origin().refines(nearest.origin())
                ? finding(secured, names(secured), nearest, before)
                : finding(nearest, before, secured, names(secured)));
      }
    }
    return Optional.empty();
  }

  private static Finding finding(
      SecuredSpec here, List<String> acceptedHere, SecuredSpec there, List<String> acceptedThere) {
    return Finding.of(
        AccessRule.NO_COMMON_SCHEME,
        here.schemes().get(0).spot(),
        here.spot().element(),
        String.join(", ", acceptedHere),
        there.spot().element(),
        String.join(", ", acceptedThere));
  }

  private static List<String> names(SecuredSpec secured) {
    return secured.schemes().stream().map(Located::value).toList();
  }
}
