package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.TypeUse.AnnotationText;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Stream;
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

  RepeatedAnnotations(AnnotationNames annotations) {
    this.annotations = annotations;
  }

  /** Those of a class, without those that a subclass inherits. */
  List<AnnotationText> of(TypeElement type, TypeAccess access) {
    return read(
        type.getAnnotationMirrors().stream().filter(each -> !isInherited(each)),
        ElementType.TYPE,
        access);
  }

  /** Those of a method or parameter. */
  List<AnnotationText> of(Element element, ElementType place, TypeAccess access) {
    return read(element.getAnnotationMirrors().stream(), place, access);
  }

  private List<AnnotationText> read(
      Stream<? extends AnnotationMirror> mirrors, ElementType place, TypeAccess access) {
    return AnnotationTextReader.readAll(
        mirrors
            .filter(each -> !annotations.isOrBears(each, GuardAnnotations.ALL))
            .filter(each -> isForAspects(ElementNames.typeOf(each), place))
            .filter(each -> !Unresolved.in(each) && !access.hides(each)));
  }

  private boolean isForAspects(TypeElement annotation, ElementType place) {
    if (isIn(annotation.getQualifiedName().toString(), FOUND_BY_THEIR_FRAMEWORK)
        || annotations.of(annotation).stream().anyMatch(each -> isIn(each, GIVING_A_ROLE))) {
      return false;
    }
    Retention retention = annotation.getAnnotation(Retention.class);
    Target target = annotation.getAnnotation(Target.class);
    return retention != null
        && retention.value() == RetentionPolicy.RUNTIME
        && (target == null || List.of(target.value()).contains(place));
  }

  private static boolean isIn(String name, List<String> packages) {
    return packages.stream().anyMatch(name::startsWith);
  }

  private static boolean isInherited(AnnotationMirror mirror) {
    return ElementNames.typeOf(mirror).getAnnotationMirrors().stream()
        .anyMatch(each -> ElementNames.isNamed(ElementNames.typeOf(each), INHERITED));
  }
}
