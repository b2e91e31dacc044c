package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.Declarations;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.Origin;
import dev.gatewright.processor.model.PublicSpec;
import dev.gatewright.processor.model.SecuredSpec;
import dev.gatewright.processor.model.SourceSpot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code @Public} where a {@code @Secured} holds that it cannot replace. */
final class PublicAgainstSecured implements Rule {

  @Override
  public List<Finding> check(GuardedType type) {
    List<Finding> findings = new ArrayList<>();
    for (GuardedMethod method : type.methods()) {
      Declarations declarations = method.declarations();
      for (PublicSpec opening : declarations.open()) {
        declarations.lastingSecured().stream()
            .flatMap(demand -> judge(type, method, opening, demand).stream())
            .forEach(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Finding> judge(
      GuardedType type, GuardedMethod method, PublicSpec opening, SecuredSpec demand) {
    Origin opens = opening.origin();
    Origin demands = demand.origin();
    String opened = opening.spot().element();
    if (opens.type().equals(demands.type())) {
      // On a method, @Secured is an exception to its type's @Public: it demands more.
      return opens.isOnMethod() == demands.isOnMethod()
          ? Optional.of(Finding.of(AccessRule.SECURED_AND_PUBLIC, opening.spot(), opened))
          : Optional.empty();
    }
    if (demands.refines(opens)) {
      return Optional.empty();
    }
    if (opens.refines(demands)) {
      // A type's @Public is only for endpoints that are not @Secured themselves.
      boolean securedItself = !opens.isOnMethod() && demands.level() == Origin.Level.METHOD;
      return securedItself
          ? Optional.empty()
          : Optional.of(
              Finding.of(
                  AccessRule.OVERRIDE_LOSES_GUARD,
                  opening.spot(),
                  opened,
                  demand.spot().element()));
    }
    if (isSettled(method.declarations(), opens, demands)) {
      return Optional.empty();
    }
    SourceSpot spot = CommonSubtype.of(type, method, opens, demands);
    return Optional.of(
        Finding.of(
            AccessRule.SUPERTYPES_DISAGREE, spot, spot.element(), opened, demand.spot().element()));
  }

  /** Whether something nearer says what holds; if that is a {@code @Public}, it has a finding. */
  private static boolean isSettled(Declarations declarations, Origin opens, Origin demands) {
    return Stream.concat(
            declarations.secured().stream().map(SecuredSpec::origin),
            declarations.open().stream().map(PublicSpec::origin))
        .anyMatch(nearer -> nearer.refines(opens) && nearer.refines(demands));
  }
}
