package dev.gatewright.processor.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Finds annotations that bear one of Gatewright's, as composed annotations of other frameworks do.
 * They would guard nothing, and one that comes from a class file was never scanned itself.
 */
public final class MetaAnnotations {
  private final AnnotationNames annotations;

  MetaAnnotations(AnnotationNames annotations) {
    this.annotations = annotations;
  }

  /**
   * An annotation that bears one of Gatewright's.
   *
   * @param guardAnnotation Gatewright's, by its simple name
   * @param bearer the annotation that bears it, by its simple name
   * @param spot where that one was written
   */
  public record Use(String guardAnnotation, String bearer, ElementSpot spot) {}

  /** Uses on a type, its methods and all that they inherit from. */
  List<Use> on(Hierarchy hierarchy, List<Member> all) {
    List<Use> uses = new ArrayList<>();
    for (TypeElement type : hierarchy.types()) {
      add(type, uses);
    }
    for (Member member : all) {
      for (Element method : member.declarations()) {
        add(method, uses);
      }
    }
    return uses;
  }

  private void add(Element element, List<Use> uses) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement bearer = ElementNames.typeOf(mirror);
      if (!GuardAnnotations.ALL.contains(annotations.nameOf(bearer))
          && annotations.isOrBears(mirror, GuardAnnotations.ALL)) {
        borne(bearer, new HashSet<>())
            .map(
                borne ->
                    new Use(
                        borne.getSimpleName().toString(),
                        bearer.getSimpleName().toString(),
                        ElementSpot.of(element, mirror)))
            .ifPresent(uses::add);
      }
    }
  }

  /** Gatewright's annotation on an annotation type, at any distance. */
  private static Optional<TypeElement> borne(TypeElement bearer, Set<TypeElement> seen) {
    if (!seen.add(bearer) || ElementNames.packageOf(bearer).startsWith("java.")) {
      return Optional.empty();
    }
    List<TypeElement> on =
        bearer.getAnnotationMirrors().stream().map(ElementNames::typeOf).toList();
    return Stream.concat(
            on.stream().filter(GuardAnnotations::isOne),
            on.stream().flatMap(each -> borne(each, seen).stream()))
        .findFirst();
  }
}
