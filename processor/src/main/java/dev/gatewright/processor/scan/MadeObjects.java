package dev.gatewright.processor.scan;

import static dev.gatewright.processor.model.RefusedEntry.Kind.NO_ADAPTER;
import static dev.gatewright.processor.scan.QualifiedNames.both;

import dev.gatewright.processor.scan.EntryRow.Place;
import dev.gatewright.processor.scan.EntryRow.When;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Classes whose objects frameworks make by themselves, as those that a request is read into, and
 * those that an endpoint answers with: neither are ever guards.
 */
final class MadeObjects {
  private static final String TO_CALLER = "annotate the controller that uses it";

  static final List<EntryRow> ROWS =
      List.of(
          row(
              "Jakarta Persistence",
              Place.TYPE,
              both("persistence", "Entity Embeddable MappedSuperclass")),
          row(
              "Jakarta Persistence",
              Place.METHOD,
              both(
                  "persistence",
                  "PrePersist PostPersist PreUpdate PostUpdate PreRemove PostRemove PostLoad")),
          row("Jakarta Persistence", Place.SUPERTYPE, both("persistence", "AttributeConverter")),
          row(
              "Hibernate",
              Place.SUPERTYPE,
              "org.hibernate.usertype UserType CompositeUserType",
              "org.hibernate.generator Generator",
              "org.hibernate.id IdentifierGenerator"),
          row(
              "Jakarta Validation",
              Place.SUPERTYPE,
              both("validation", "ConstraintValidator"),
              both("validation.valueextraction", "ValueExtractor")),
          row(
              "Jackson",
              Place.SUPERTYPE,
              "com.fasterxml.jackson.databind JsonSerializer JsonDeserializer KeyDeserializer",
              "com.fasterxml.jackson.databind.util Converter",
              "tools.jackson.databind ValueSerializer ValueDeserializer KeyDeserializer",
              "tools.jackson.databind.util Converter"),
          row(
              "Jakarta XML Binding",
              Place.SUPERTYPE,
              both("xml.bind.annotation.adapters", "XmlAdapter")),
          row("the binder of a request", Place.SUPERTYPE, "java.beans PropertyEditor"));

  private static final Set<String> BEAN =
      Set.of("org.springframework.stereotype.Component", "jakarta.inject.Named");

  /** Bounds what is looked into from one place. */
  private static final int MOST_TYPES = 500;

  /** Class files of frameworks, which hold one another without end and none of Gatewright's. */
  private static final List<String> FRAMEWORKS =
      List.of(
          "jakarta.",
          "javax.",
          "org.springframework.",
          "org.apache.",
          "org.hibernate.",
          "com.fasterxml.",
          "tools.jackson.",
          "io.micrometer.",
          "reactor.",
          "kotlin.");

  private final AnnotationNames annotations;
  private final Sources sources;
  private final ConstrainedTypes constrained;
  private final JacksonTypes jackson;

  /** Types in which nothing was found, as many endpoints name the same. */
  private final Set<TypeElement> harmless = new HashSet<>();

  private final Set<TypeElement> seen = new HashSet<>();

  MadeObjects(AnnotationNames annotations, Sources sources, ConstrainedTypes constrained) {
    this.annotations = annotations;
    this.sources = sources;
    this.constrained = constrained;
    this.jackson = constrained.jackson();
  }

  /** Forgets what it has seen: in another round, a type may hold what it did not. */
  void startRound() {
    harmless.clear();
  }

  /**
   * A class or a method of it that should have a guard.
   *
   * @param annotation the one of Gatewright's that says so
   */
  record Guarded(TypeElement type, AnnotationMirror annotation) {}

  /**
   * Finds the first class with one of Gatewright's annotations among those that a type names, their
   * supertypes, what may stand for them, and what their properties hold.
   */
  Optional<Guarded> guarded(TypeMirror type) {
    seen.clear();
    Optional<Guarded> found = first(ConstrainedTypes.named(type));
    if (found.isEmpty() && seen.size() < MOST_TYPES) {
      harmless.addAll(seen);
    }
    return found;
  }

  private Optional<Guarded> first(Iterable<TypeElement> types) {
    for (TypeElement type : types) {
      Optional<Guarded> found = find(type);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Guarded> find(TypeElement type) {
    if (seen.size() >= MOST_TYPES || harmless.contains(type) || !seen.add(type) || isOfJdk(type)) {
      return Optional.empty();
    }
    List<TypeElement> types = constrained.hierarchy(type).types();
    for (TypeElement each : types) {
      Optional<AnnotationMirror> annotation = annotation(each);
      if (annotation.isPresent()) {
        return Optional.of(new Guarded(each, annotation.get()));
      }
    }
    Set<TypeElement> further = new LinkedHashSet<>(constrained.subtypes(type));
    further.addAll(jackson.makersOn(type));
    for (TypeElement each : types) {
      if (isLookedInto(each)) {
        addHeld(each, further);
      }
    }
    return first(further);
  }

  private Optional<AnnotationMirror> annotation(TypeElement type) {
    Optional<AnnotationMirror> found = annotations.own(type, GuardAnnotations.ALL);
    List<? extends Element> members = type.getEnclosedElements();
    for (int i = 0; i < members.size() && found.isEmpty(); i++) {
      if (members.get(i).getKind() == ElementKind.METHOD) {
        found = annotations.own(members.get(i), GuardAnnotations.ALL);
      }
    }
    return found;
  }

  private static boolean isOfJdk(TypeElement type) {
    return ElementNames.packageOf(type).startsWith("java.");
  }

  private boolean isLookedInto(TypeElement type) {
    String name = type.getQualifiedName().toString();
    return sources.contain(type) || FRAMEWORKS.stream().noneMatch(name::startsWith);
  }

  /** A property may well hold a bean, which the container made a guard of. */
  private void addHeld(TypeElement type, Set<TypeElement> held) {
    Set<Element> properties = new LinkedHashSet<>(BeanProperties.of(type));
    BeanProperties.methods(type).stream().filter(BeanProperties::isGetter).forEach(properties::add);
    for (Element property : properties) {
      Set<TypeElement> named = ConstrainedTypes.named(BeanProperties.typeOf(property));
      for (Element mapped : jackson.mapped(property, type)) {
        named.addAll(jackson.namedOn(mapped));
        named.addAll(jackson.makersOn(mapped));
      }
      for (TypeElement each : named) {
        if (!seen.contains(each)
            && !harmless.contains(each)
            && !isOfJdk(each)
            && annotations.find(constrained.hierarchy(each).types(), BEAN).isEmpty()) {
          held.add(each);
        }
      }
    }
  }

  private static EntryRow row(String framework, Place place, String... names) {
    return new EntryRow(
        framework, NO_ADAPTER, place, When.BESIDE_ENDPOINTS, TO_CALLER, QualifiedNames.of(names));
  }
}
