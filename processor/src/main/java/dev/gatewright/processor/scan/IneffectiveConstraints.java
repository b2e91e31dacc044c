package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.UncheckedInput;
import java.lang.annotation.RetentionPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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

  /** Those on an element or in its type; compilers show one before a type at both. */
  static List<UncheckedInput> on(Element element) {
    Map<String, UncheckedInput> found = new LinkedHashMap<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      add(mirror, element, found);
    }
    ValidationAnnotations.inside(BeanProperties.typeOf(element))
        .forEach(mirror -> add(mirror, element, found));
    return List.copyOf(found.values());
  }

  private static void add(
      AnnotationMirror mirror, Element element, Map<String, UncheckedInput> found) {
    TypeElement annotation = ElementNames.typeOf(mirror);
    // Its text takes long to make, and next to no annotation has a fault.
    fault(annotation)
        .ifPresent(
            fault -> found.putIfAbsent(mirror.toString(), input(element, annotation, fault)));
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
