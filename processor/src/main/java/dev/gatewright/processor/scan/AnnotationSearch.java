package dev.gatewright.processor.scan;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Finds annotations on an element, directly or through other annotations. */
final class AnnotationSearch {
  private AnnotationSearch() {}

  /** The element's own annotation that is one of those named, or bears one at any distance. */
  static Optional<AnnotationMirror> find(Element element, Set<String> names) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (isOrBears(ElementNames.typeOf(mirror), names, new HashSet<>())) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  /** The one of that name that the annotation is or bears, at any distance. */
  static Optional<AnnotationMirror> borne(AnnotationMirror annotation, String name) {
    return borne(annotation, name, new HashSet<>());
  }

  private static Optional<AnnotationMirror> borne(
      AnnotationMirror annotation, String name, Set<TypeElement> seen) {
    TypeElement type = ElementNames.typeOf(annotation);
    if (ElementNames.isNamed(type, name)) {
      return Optional.of(annotation);
    }
    return seen.add(type) && !ElementNames.packageOf(type).startsWith("java.lang")
        ? type.getAnnotationMirrors().stream()
            .flatMap(each -> borne(each, name, seen).stream())
            .map(AnnotationMirror.class::cast)
            .findFirst()
        : Optional.empty();
  }

  private static boolean isOrBears(
      TypeElement annotation, Set<String> names, Set<TypeElement> seen) {
    if (names.contains(annotation.getQualifiedName().toString())) {
      return true;
    }
    return seen.add(annotation)
        && !ElementNames.packageOf(annotation).startsWith("java.lang")
        && annotation.getAnnotationMirrors().stream()
            .anyMatch(mirror -> isOrBears(ElementNames.typeOf(mirror), names, seen));
  }
}
