package dev.gatewright.processor.scan;

import static dev.gatewright.processor.model.RefusedEntry.Kind.NO_ADAPTER;
import static dev.gatewright.processor.scan.QualifiedNames.both;

import dev.gatewright.processor.scan.EntryRow.Place;
import dev.gatewright.processor.scan.EntryRow.When;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

  /** Types in which nothing was found, as many endpoints name the same. */
  private final Set<TypeElement> harmless = new HashSet<>();

  private final Set<TypeElement> seen = new HashSet<>();

  MadeObjects(AnnotationNames annotations, Sources sources) {
    this.annotations = annotations;
    this.sources = sources;
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
    Optional<Guarded> found = ConstrainedTypes.named(type).flatMap(this::find).findFirst();
    if (found.isEmpty() && seen.size() < MOST_TYPES) {
      harmless.addAll(seen);
    }
    return found;
  }

  private Stream<Guarded> find(TypeElement type) {
    if (seen.size() >= MOST_TYPES
        || harmless.contains(type)
        || !seen.add(type)
        || ElementNames.packageOf(type).startsWith("java.")) {
      return Stream.empty();
    }
    List<TypeElement> types = Hierarchy.of(type).types();
    return Stream.of(
            types.stream().flatMap(MadeObjects::annotated),
            ConstrainedTypes.subtypes(type).flatMap(this::find),
            JacksonTypes.makersOn(type).flatMap(this::find),
            types.stream().filter(this::isLookedInto).flatMap(this::held))
        .flatMap(each -> each);
  }

  private static Stream<Guarded> annotated(TypeElement type) {
    Stream<Element> methods =
        type.getEnclosedElements().stream()
            .filter(each -> each.getKind() == ElementKind.METHOD)
            .map(each -> each);
    return Stream.concat(Stream.of(type), methods)
        .flatMap(each -> each.getAnnotationMirrors().stream())
        .filter(each -> GuardAnnotations.isOne(ElementNames.typeOf(each)))
        .limit(1)
        .map(each -> new Guarded(type, each));
  }

  private boolean isLookedInto(TypeElement type) {
    String name = type.getQualifiedName().toString();
    return sources.contain(type) || FRAMEWORKS.stream().noneMatch(name::startsWith);
  }

  /** A property may well hold a bean, which the container made a guard of. */
  private Stream<Guarded> held(TypeElement type) {
    Stream<Element> getters =
        BeanProperties.methods(type).filter(BeanProperties::isGetter).map(each -> each);
    return Stream.concat(BeanProperties.of(type), getters)
        .distinct()
        .flatMap(each -> heldBy(each, type))
        .filter(each -> annotations.find(Hierarchy.of(each).types(), BEAN).isEmpty())
        .flatMap(this::find);
  }

  private static Stream<TypeElement> heldBy(Element property, TypeElement type) {
    return Stream.concat(
        ConstrainedTypes.named(BeanProperties.typeOf(property)),
        BeanProperties.mapped(property, type)
            .flatMap(
                each -> Stream.concat(JacksonTypes.namedOn(each), JacksonTypes.makersOn(each))));
  }

  private static EntryRow row(String framework, Place place, String... names) {
    return new EntryRow(
        framework, NO_ADAPTER, place, When.BESIDE_ENDPOINTS, TO_CALLER, QualifiedNames.of(names));
  }
}
