package dev.gatewright.processor.scan;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Names of the annotations that users write, known by name: users' class paths hold the types. */
final class GuardAnnotations {
  static final String PACKAGE = "dev.gatewright";
  static final String SECURED = "dev.gatewright.Secured";
  static final String PUBLIC = "dev.gatewright.Public";
  static final String RATE_LIMITED = "dev.gatewright.RateLimited";
  static final String RATE_LIMITED_ALL = "dev.gatewright.RateLimited.All";
  static final String VALIDATED_INPUT = "dev.gatewright.ValidatedInput";
  static final String GUARD_OF = "dev.gatewright.runtime.GuardOf";
  static final String CALLER = "dev.gatewright.runtime.caller.Caller";
  static final String CALLER_PLANS = "dev.gatewright.runtime.caller.CallerPlans";

  static final Set<String> ALL =
      Set.of(SECURED, PUBLIC, RATE_LIMITED, RATE_LIMITED_ALL, VALIDATED_INPUT);

  private GuardAnnotations() {}

  /** Whether one of them is on the element itself. */
  static boolean areOn(AnnotationNames annotations, Element element) {
    return annotations.own(element, ALL).isPresent();
  }

  /** Whether one of them is on any of the elements themselves. */
  static boolean areOnAny(AnnotationNames annotations, List<? extends Element> elements) {
    for (Element element : elements) {
      if (areOn(annotations, element)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the annotation type is one of them. */
  static boolean isOne(TypeElement annotation) {
    return ALL.contains(annotation.getQualifiedName().toString());
  }

  static boolean isGuard(Element element) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(mirror -> ElementNames.isNamed(ElementNames.typeOf(mirror), GUARD_OF));
  }
}
