package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.SpringValidation;
import dev.gatewright.processor.model.TypeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/**
 * Finds what makes Spring validate arguments: {@code @Validated}, what bears it, and on parameters
 * every annotation whose name begins with Valid.
 */
final class SpringValidationReader {
  private static final String VALIDATED = "org.springframework.validation.annotation.Validated";
  private static final Set<String> VALIDATED_ALONE = Set.of(VALIDATED);

  private final Elements elements;
  private final AnnotationNames annotations;

  SpringValidationReader(Elements elements, AnnotationNames annotations) {
    this.elements = elements;
    this.annotations = annotations;
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
    Stream.concat(member.declarations().stream(), hierarchy.types().stream())
        .flatMap(each -> validated(each).stream())
        .findFirst()
        .ifPresent(found::add);
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
    boolean byName = annotation.getSimpleName().toString().startsWith("Valid");
    return (byName || isOrBearsValidated(mirror))
        && !ValidationAnnotations.isOne(annotation)
        && !GuardAnnotations.isOne(annotation);
  }

  /** A name alone may mean anything where there is nothing to look into. */
  private boolean matters(AnnotationMirror mirror, VariableElement parameter) {
    return isOrBearsValidated(mirror) || ConstrainedTypes.areNamedIn(parameter.asType());
  }

  private boolean isOrBearsValidated(AnnotationMirror mirror) {
    return annotations.isOrBears(mirror, VALIDATED_ALONE);
  }

  private Optional<SpringValidation> validated(Element element) {
    return annotations
        .find(List.of(element), VALIDATED_ALONE)
        .map(mirror -> read(element, mirror, false, false));
  }

  private SpringValidation read(
      Element element, AnnotationMirror mirror, boolean onParameter, boolean cascaded) {
    List<TypeUse> groups =
        AnnotationSearch.borne(mirror, VALIDATED)
            .map(each -> new AnnotationView(elements, element, each).types("value"))
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
}
