package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.TypeUse.AnnotationText;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Reads the annotations of a class, its methods and their parameters that its guard repeats: those
 * that aspects find on the called method or its class only, as Micrometer's {@code @Timed}, those
 * of resilience4j and the application's own.
 *
 * <p>Frameworks that look through superclasses find their own there. A second copy would be a
 * second bean of a component scan, a second constraint, or hide what is inherited: Jakarta REST
 * ignores it where an override bears an annotation of its own.
 */
final class RepeatedAnnotations {
  private static final String INHERITED = "java.lang.annotation.Inherited";

  /** Packages whose annotations are found on what a guard overrides, or say nothing of calls. */
  private static final List<String> FOUND_BY_THEIR_FRAMEWORK =
      List.of(
          "java.",
          "javax.",
          "jakarta.",
          "kotlin.",
          "groovy.",
          "scala.",
          "lombok.",
          "org.springframework.",
          "org.aspectj.",
          "org.jspecify.",
          "org.mapstruct.",
          "io.swagger.",
          "com.fasterxml.jackson.",
          "tools.jackson.");

  /**
   * Packages of annotations that make beans, endpoints, constraints or guards of what bears one.
   */
  private static final List<String> GIVING_A_ROLE =
      List.of(
          "jakarta.",
          "javax.",
          "io.swagger.",
          "org.springframework.stereotype.",
          "org.springframework.context.annotation.",
          "org.springframework.web.",
          "org.springframework.messaging.",
          "org.springframework.graphql.",
          "org.springframework.boot.");

  private final AnnotationNames annotations;
  private final Map<TypeElement, Set<ElementType>> places = new HashMap<>();

  RepeatedAnnotations(AnnotationNames annotations) {
    this.annotations = annotations;
  }

  /** Forgets what it has seen: in another round, annotations may bear others. */
  void startRound() {
    places.clear();
  }

  /** Those of a class, without those that a subclass inherits. */
  List<AnnotationText> of(TypeElement type, TypeAccess access) {
    List<AnnotationMirror> own = new ArrayList<>(type.getAnnotationMirrors());
    own.removeIf(RepeatedAnnotations::isInherited);
    return read(own, ElementType.TYPE, access);
  }

  /** Those of a method or parameter. */
  List<AnnotationText> of(Element element, ElementType place, TypeAccess access) {
    return read(element.getAnnotationMirrors(), place, access);
  }

  private List<AnnotationText> read(
      List<? extends AnnotationMirror> mirrors, ElementType place, TypeAccess access) {
    List<AnnotationMirror> repeated = new ArrayList<>();
    for (AnnotationMirror mirror : mirrors) {
      if (places(ElementNames.typeOf(mirror)).contains(place)
          && !Unresolved.in(mirror)
          && !access.hides(mirror)) {
        repeated.add(mirror);
      }
    }
    return AnnotationTextReader.readAll(repeated.stream());
  }

  /** Where aspects may look for an annotation; none for one that a guard does not repeat. */
  private Set<ElementType> places(TypeElement annotation) {
    Set<ElementType> known = places.get(annotation);
    if (known == null) {
      known = findPlaces(annotation);
      places.put(annotation, known);
    }
    return known;
  }

  private Set<ElementType> findPlaces(TypeElement annotation) {
    Set<String> names = annotations.of(annotation);
    if (names.stream().anyMatch(GuardAnnotations.ALL::contains)
        || isIn(annotations.nameOf(annotation), FOUND_BY_THEIR_FRAMEWORK)
        || names.stream().anyMatch(each -> isIn(each, GIVING_A_ROLE))) {
      return Set.of();
    }
    Retention retention = annotation.getAnnotation(Retention.class);
    if (retention == null || retention.value() != RetentionPolicy.RUNTIME) {
      return Set.of();
    }
    Target target = annotation.getAnnotation(Target.class);
    return target == null ? EnumSet.allOf(ElementType.class) : Set.of(target.value());
  }

  private static boolean isIn(String name, List<String> packages) {
    return packages.stream().anyMatch(name::startsWith);
  }

  private static boolean isInherited(AnnotationMirror mirror) {
    return ElementNames.typeOf(mirror).getAnnotationMirrors().stream()
        .anyMatch(each -> ElementNames.isNamed(ElementNames.typeOf(each), INHERITED));
  }
}
