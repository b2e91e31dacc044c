package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.ConsultedClass;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.Trait;
import dev.gatewright.processor.model.TypeKind;
import dev.gatewright.processor.model.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Classes that the guard could not name, or no container build. */
final class ConsultedClasses implements Rule {
  private final ConsultedRole asking;

  ConsultedClasses(ConsultedRole asking) {
    this.asking = asking;
  }

  @Override
  public List<Finding> check(GuardedType type) {
    String guardPackage = type.guardName().packageName();
    List<Finding> findings = new ArrayList<>();
    for (GuardedMethod method : type.methods()) {
      for (ConsultedClass asked : asking.of(method)) {
        reason(asked, guardPackage)
            .map(
                reason ->
                    Finding.of(
                        asking.unusableClass(),
                        asked.spot(),
                        asked.type().simpleName(),
                        method.spot().element(),
                        reason,
                        TypeText.ofPackage(guardPackage)))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  static Optional<String> reason(ConsultedClass asked, String guardPackage) {
    return switch (asked.kind()) {
      case INTERFACE -> Optional.of("it is an interface");
      case ENUM -> Optional.of("it is an enum");
      case ANNOTATION -> Optional.of("it is an annotation type");
      case CLASS, RECORD -> reasonOfClass(asked, guardPackage);
    };
  }

  private static Optional<String> reasonOfClass(ConsultedClass asked, String guardPackage) {
    if (asked.kind() == TypeKind.CLASS && asked.traits().contains(Trait.ABSTRACT)) {
      return Optional.of("it is abstract");
    }
    if (asked.traits().contains(Trait.INNER)) {
      return Optional.of("it is an inner class, which no container can build");
    }
    if (asked.visibility() == Visibility.PRIVATE) {
      return Optional.of("it, or a type around it, is private");
    }
    if (asked.traits().contains(Trait.HIDDEN_TYPE)) {
      return Optional.of("a member class of the guarded class has the same name, and hides it");
    }
    boolean foreign = !asked.type().packageName().equals(guardPackage);
    return asked.visibility() != Visibility.PUBLIC && foreign
        ? Optional.of("it is in another package and not public")
        : Optional.empty();
  }
}
