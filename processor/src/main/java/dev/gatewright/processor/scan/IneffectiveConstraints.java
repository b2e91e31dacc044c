package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.UncheckedInput;
import java.lang.annotation.RetentionPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Annotations that read as constraints and that Jakarta Validation does not know as such. */
final class IneffectiveConstraints {
  private static final String JAVAX = "javax.validation";
  private static final String JAVAX_CONSTRAINT = JAVAX + ".Constraint";
  private static final String RETENTION = "java.lang.annotation.Retention";

  private IneffectiveConstraints() {}

  /** Why an annotation is none. */
  private record Fault(String reason, String fix) {}

  static boolean isOne(TypeElement annotation) {
    return fault(annotation).isPresent();
  }

  /** Those on an element or in its type. */
  static List<UncheckedInput> on(Element element) {
    Set<String> seen = new HashSet<>();
    return Stream.concat(
            element.getAnnotationMirrors().stream(),
            ValidationAnnotations.inside(BeanProperties.typeOf(element)))
        .filter(mirror -> seen.add(mirror.toString()))
        .map(ElementNames::typeOf)
        .flatMap(each -> fault(each).stream().map(fault -> input(element, each, fault)))
        .toList();
  }

  private static UncheckedInput input(Element element, TypeElement annotation, Fault fault) {
    return new UncheckedInput(
        "@" + annotation.getSimpleName() + " " + fault.reason() + " and is not applied",
        fault.fix(),
        ElementSpot.of(element));
  }

  private static Optional<Fault> fault(TypeElement annotation) {
    String inPackage = ElementNames.packageOf(annotation);
    if (inPackage.startsWith("java.") || inPackage.startsWith("jakarta.validation")) {
      return Optional.empty();
    }
    String name = "@" + annotation.getSimpleName();
    if (inPackage.equals(JAVAX) || inPackage.startsWith(JAVAX + ".")) {
      String jakarta = annotation.getQualifiedName().toString().replaceFirst("javax", "jakarta");
      return Optional.of(new Fault("belongs to javax.validation", "import " + jakarta));
    }
    if (ValidationAnnotations.isConstraint(annotation)) {
      return isKept(annotation)
          ? Optional.empty()
          : Optional.of(
              new Fault("is gone at run time", "annotate " + name + " with @Retention(RUNTIME)"));
    }
    if (bears(annotation, each -> ElementNames.isNamed(each, JAVAX_CONSTRAINT))) {
      return Optional.of(
          new Fault(
              "belongs to javax.validation", "annotate it with jakarta.validation.Constraint"));
    }
    return bears(annotation, ValidationAnnotations::isConstraint)
        ? Optional.of(
            new Fault(
                "bears constraints, is none itself",
                "annotate " + name + " with @Constraint(validatedBy = {})"))
        : Optional.empty();
  }

  private static boolean bears(TypeElement annotation, Predicate<TypeElement> wanted) {
    return annotation.getAnnotationMirrors().stream().map(ElementNames::typeOf).anyMatch(wanted);
  }

  private static boolean isKept(TypeElement annotation) {
    return annotation.getAnnotationMirrors().stream()
        .filter(each -> ElementNames.isNamed(ElementNames.typeOf(each), RETENTION))
        .flatMap((AnnotationMirror each) -> each.getElementValues().values().stream())
        .anyMatch(each -> each.toString().endsWith(RetentionPolicy.RUNTIME.name()));
  }
}
