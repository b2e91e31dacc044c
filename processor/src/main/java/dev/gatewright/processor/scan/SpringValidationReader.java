package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.SpringValidation;
import dev.gatewright.processor.model.TypeUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Finds what makes Spring validate arguments: {@code @Validated}, what bears it, and on parameters
 * every annotation whose name begins with Valid.
 */
final class SpringValidationReader {
  private static final String VALIDATED = "org.springframework.validation.annotation.Validated";
  private static final Set<String> VALIDATED_ALONE = Set.of(VALIDATED);

  private final AnnotationNames annotations;
  private final ConstrainedTypes constrained;

  SpringValidationReader(AnnotationNames annotations, ConstrainedTypes constrained) {
    this.annotations = annotations;
    this.constrained = constrained;
  }

  /** Those of the parameters, and the nearest of the method or its types. */
  List<SpringValidation> read(Hierarchy hierarchy, Member member) {
    List<SpringValidation> found = new ArrayList<>();
    for (ExecutableElement method : member.declarations()) {
      for (int i = 0; i < method.getParameters().size(); i++) {
        VariableElement parameter = method.getParameters().get(i);
        for (AnnotationMirror mirror : parameter.getAnnotationMirrors()) {
          if (cascades(mirror) && matters(mirror, parameter)) {
            found.add(read(parameter, mirror, true, isCascaded(member, i)));
          }
        }
      }
    }
    List<Element> validated = new ArrayList<>(member.declarations());
    validated.addAll(hierarchy.types());
    for (Element each : validated) {
      Optional<AnnotationMirror> mirror = annotations.find(each, VALIDATED_ALONE);
      if (mirror.isPresent()) {
        found.add(read(each, mirror.get(), false, false));
        break;
      }
    }
    return found;
  }

  private static boolean isCascaded(Member member, int index) {
    return member.declarations().stream()
        .map(method -> method.getParameters().get(index))
        .anyMatch(
            each ->
                ValidationAnnotations.isValid(each)
                    || ValidationAnnotations.isValid(each.asType()));
  }

  /** Whether Spring looks inside what bears the annotation, and Jakarta Validation does not. */
  boolean cascades(AnnotationMirror mirror) {
    TypeElement annotation = ElementNames.typeOf(mirror);
    return !constrained.validation().isOne(annotation)
        && (annotation.getSimpleName().toString().startsWith("Valid") || isOrBearsValidated(mirror))
        && !GuardAnnotations.isOne(annotation);
  }

  /** A name alone may mean anything where there is nothing to look into. */
  private boolean matters(AnnotationMirror mirror, VariableElement parameter) {
    return isOrBearsValidated(mirror) || constrained.areNamedIn(parameter.asType());
  }

  private boolean isOrBearsValidated(AnnotationMirror mirror) {
    return annotations.isOrBears(mirror, VALIDATED_ALONE);
  }

  private SpringValidation read(
      Element element, AnnotationMirror mirror, boolean onParameter, boolean cascaded) {
    List<TypeUse> groups =
        borne(mirror, new HashSet<>())
            .map(each -> new AnnotationView(annotations, element, each).types("value"))
            .orElse(List.of())
            .stream()
            .map(group -> TypeReader.read(group.value()))
            .toList();
    return new SpringValidation(
        "@" + ElementNames.typeOf(mirror).getSimpleName(),
        groups,
        onParameter,
        cascaded,
        ElementSpot.of(element, mirror));
  }

  /** {@code @Validated} itself, which the annotation is or bears at any distance. */
  private static Optional<AnnotationMirror> borne(
      AnnotationMirror annotation, Set<TypeElement> seen) {
    TypeElement type = ElementNames.typeOf(annotation);
    if (ElementNames.isNamed(type, VALIDATED)) {
      return Optional.of(annotation);
    }
    if (!seen.add(type) || ElementNames.packageOf(type).startsWith("java.lang")) {
      return Optional.empty();
    }
    return type.getAnnotationMirrors().stream()
        .flatMap(each -> borne(each, seen).stream())
        .map(AnnotationMirror.class::cast)
        .findFirst();
  }
}
