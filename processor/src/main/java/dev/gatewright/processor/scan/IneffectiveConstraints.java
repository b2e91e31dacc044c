package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.UncheckedInput;
import java.lang.annotation.RetentionPolicy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Annotations that read as constraints and that Jakarta Validation does not know as such. */
final class IneffectiveConstraints {
  private static final String JAVAX = "javax.validation";
  private static final String JAVAX_CONSTRAINT = JAVAX + ".Constraint";
  private static final String RETENTION = "java.lang.annotation.Retention";

  private final ValidationAnnotations validation;
  private final Map<TypeElement, Optional<Fault>> faults = new HashMap<>();

  IneffectiveConstraints(ValidationAnnotations validation) {
    this.validation = validation;
  }

  /** Forgets what it has seen: in another round, annotations may bear others. */
  void startRound() {
    faults.clear();
  }

  /** Why an annotation is none. */
  private record Fault(String reason, String fix) {}

  boolean isOne(TypeElement annotation) {
    return fault(annotation).isPresent();
  }

  /** Adds those on an element or in its type; compilers show one before a type at both. */
  void on(Element element, List<UncheckedInput> found) {
    Set<String> seen = new HashSet<>();
    add(element.getAnnotationMirrors(), element, seen, found);
    add(ValidationAnnotations.inside(BeanProperties.typeOf(element)), element, seen, found);
  }

  private void add(
      List<? extends AnnotationMirror> mirrors,
      Element element,
      Set<String> seen,
      List<UncheckedInput> found) {
    for (AnnotationMirror mirror : mirrors) {
      TypeElement annotation = ElementNames.typeOf(mirror);
      Optional<Fault> fault = fault(annotation);
      // Its text takes long to make, and next to no annotation has a fault.
      if (fault.isPresent() && seen.add(mirror.toString())) {
        found.add(input(element, annotation, fault.get()));
      }
    }
  }

  private static UncheckedInput input(Element element, TypeElement annotation, Fault fault) {
    return new UncheckedInput(
        "@" + annotation.getSimpleName() + " " + fault.reason() + " and is not applied",
        fault.fix(),
        ElementSpot.of(element));
  }

  private Optional<Fault> fault(TypeElement annotation) {
    Optional<Fault> known = faults.get(annotation);
    if (known == null) {
      known = find(annotation);
      faults.put(annotation, known);
    }
    return known;
  }

  private Optional<Fault> find(TypeElement annotation) {
    String inPackage = ElementNames.packageOf(annotation);
    if (inPackage.startsWith("java.") || inPackage.startsWith("jakarta.validation")) {
      return Optional.empty();
    }
    String name = "@" + annotation.getSimpleName();
    if (inPackage.equals(JAVAX) || inPackage.startsWith(JAVAX + ".")) {
      String jakarta = annotation.getQualifiedName().toString().replaceFirst("javax", "jakarta");
      return Optional.of(new Fault("belongs to javax.validation", "import " + jakarta));
    }
    if (validation.isConstraint(annotation)) {
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
    return bears(annotation, validation::isConstraint)
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
