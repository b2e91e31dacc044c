package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.SpringValidation;
import dev.gatewright.processor.model.TypeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private final Elements elements;

  SpringValidationReader(Elements elements) {
    this.elements = elements;
  }

  /** Those of the parameters, and the nearest of the method or its types. */
  List<SpringValidation> read(Hierarchy hierarchy, Member member) {
    List<SpringValidation> found = new ArrayList<>();
    for (ExecutableElement method : member.declarations()) {
      for (int i = 0; i < method.getParameters().size(); i++) {
        boolean cascaded = isCascaded(member, i);
        VariableElement parameter = method.getParameters().get(i);
        for (AnnotationMirror mirror : parameter.getAnnotationMirrors()) {
          if (cascades(mirror) && matters(mirror, parameter)) {
            found.add(read(parameter, mirror, true, cascaded));
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
  static boolean cascades(AnnotationMirror mirror) {
    TypeElement annotation = ElementNames.typeOf(mirror);
    boolean byName = annotation.getSimpleName().toString().startsWith("Valid");
    return !ValidationAnnotations.isOne(annotation)
        && !GuardAnnotations.isOne(annotation)
        && (byName || AnnotationSearch.borne(mirror, VALIDATED).isPresent());
  }

  /** A name alone may mean anything where there is nothing to look into. */
  private static boolean matters(AnnotationMirror mirror, VariableElement parameter) {
    return AnnotationSearch.borne(mirror, VALIDATED).isPresent()
        || ConstrainedTypes.areNamedIn(parameter.asType());
  }

  private Optional<SpringValidation> validated(Element element) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> AnnotationSearch.borne(mirror, VALIDATED).isPresent())
        .findFirst()
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
