package dev.gatewright.processor.rule;

import static dev.gatewright.processor.model.Trait.FINAL;
import static dev.gatewright.processor.model.Trait.FINAL_BY_LOMBOK;
import static dev.gatewright.processor.model.Trait.INNER;
import static dev.gatewright.processor.model.Trait.SEALED;

import dev.gatewright.processor.model.GuardedConstructor;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.TypeKind;
import dev.gatewright.processor.model.Visibility;
import java.util.ArrayList;
import java.util.List;

/** Types that no guard can extend or implement. */
final class UnguardableTypes implements Rule {

  @Override
  public List<Finding> check(GuardedType type) {
    List<ElementRule> broken =
        switch (type.kind()) {
          case RECORD -> List.of(ElementRule.RECORD);
          case ENUM -> List.of(ElementRule.ENUM);
          case ANNOTATION -> List.of(ElementRule.ANNOTATION_TYPE);
          case INTERFACE -> inheritance(type);
          case CLASS ->
              type.isAbstractClass() ? List.of(ElementRule.ABSTRACT_CLASS) : inheritance(type);
        };
    List<Finding> findings = new ArrayList<>();
    for (ElementRule id : broken) {
      findings.add(Finding.of(id, type.spot(), NearestAnnotation.on(type), type.spot().element()));
    }
    return findings;
  }

  private static List<ElementRule> inheritance(GuardedType type) {
    boolean isPrivate = type.visibility() == Visibility.PRIVATE || type.enclosingPrivate();
    List<ElementRule> broken = new ArrayList<>();
    if (type.traits().contains(FINAL_BY_LOMBOK)) {
      broken.add(ElementRule.FINAL_BY_LOMBOK);
    } else if (type.traits().contains(FINAL)) {
      broken.add(ElementRule.FINAL_TYPE);
    }
    if (type.traits().contains(SEALED)) {
      broken.add(ElementRule.SEALED_TYPE);
    }
    // The constructor that javac gives a private class is private, and so no news.
    if (!isPrivate && hasOnlyPrivateConstructors(type)) {
      broken.add(ElementRule.PRIVATE_CONSTRUCTORS);
    }
    if (type.traits().contains(INNER)) {
      broken.add(ElementRule.INNER_CLASS);
    }
    if (isPrivate) {
      broken.add(ElementRule.PRIVATE_TYPE);
    }
    return broken;
  }

  private static boolean hasOnlyPrivateConstructors(GuardedType type) {
    return type.kind() == TypeKind.CLASS
        && type.constructors().stream()
            .map(GuardedConstructor::visibility)
            .allMatch(Visibility.PRIVATE::equals);
  }
}
