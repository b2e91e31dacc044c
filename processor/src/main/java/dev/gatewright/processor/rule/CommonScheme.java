package dev.gatewright.processor.rule;

import dev.gatewright.Scheme;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.Located;
import dev.gatewright.processor.model.SecuredSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    Set<Scheme> common = new LinkedHashSet<>(schemes(naming.get(0)));
    for (SecuredSpec secured : naming.subList(1, naming.size())) {
      List<Scheme> before = List.copyOf(common);
      common.retainAll(schemes(secured));
      if (common.isEmpty()) {
        SecuredSpec nearest = naming.get(0);
        // A type is nearer than the interface whose method it implements.
        return Optional.of(
            secured.origin().refines(nearest.origin())
                ? finding(secured, schemes(secured), nearest, before)
                : finding(nearest, before, secured, schemes(secured)));
      }
    }
    return Optional.empty();
  }

  private static Finding finding(
      SecuredSpec here, List<Scheme> acceptedHere, SecuredSpec there, List<Scheme> acceptedThere) {
    return Finding.of(
        AccessRule.NO_COMMON_SCHEME,
        here.schemes().get(0).spot(),
        here.spot().element(),
        joined(acceptedHere),
        there.spot().element(),
        joined(acceptedThere));
  }

  private static List<Scheme> schemes(SecuredSpec secured) {
    return secured.schemes().stream().map(Located::value).toList();
  }

  static String joined(List<Scheme> schemes) {
    return schemes.stream().map(Scheme::name).collect(Collectors.joining(", "));
  }
}
