package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.UncheckedInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Finds objects with constraints that a setter or creator takes and no property holds: something
 * else has been made of them when the object is validated.
 */
final class ConvertedInput {

  /** By which Jackson is told to set what is named otherwise, or has no name. */
  private static final Set<String> SETTING =
      Set.of(
          "com.fasterxml.jackson.annotation.JsonAnySetter",
          "com.fasterxml.jackson.annotation.JsonProperty",
          "com.fasterxml.jackson.annotation.JsonSetter");

  /** By which Jackson is told to read one class and make another of it. */
  private static final Set<String> CONVERTER =
      Set.of(
          "com.fasterxml.jackson.databind.util.Converter", "tools.jackson.databind.util.Converter");

  private final Sources sources;
  private final Members members;
  private final AnnotationNames annotations;
  private final ConstrainedTypes constrained;
  private final JacksonTypes jackson;

  /** What a converter reads. */
  private record Read(TypeElement converter, TypeMirror type) {}

  ConvertedInput(
      Sources sources, Members members, AnnotationNames annotations, ConstrainedTypes constrained) {
    this.sources = sources;
    this.members = members;
    this.annotations = annotations;
    this.constrained = constrained;
    this.jackson = constrained.jackson();
  }

  /**
   * Adds what a type takes so.
   *
   * @param types the type and those of its supertypes that are sources
   */
  void of(TypeElement type, List<TypeElement> types, List<UncheckedInput> found) {
    List<Element> taken = new ArrayList<>();
    List<Read> read = new ArrayList<>();
    addTaken(type, types, "set", taken);
    for (TypeElement maker : jackson.makersOn(type)) {
      Optional<Read> converted = readBy(maker);
      if (converted.isPresent()) {
        read.add(converted.get());
      } else {
        List<TypeElement> known =
            Hierarchy.of(maker).types().stream().filter(sources::contain).toList();
        addTaken(maker, known, jackson.prefixOf(maker), taken);
      }
    }
    taken.removeIf(each -> !constrained.areNamedIn(BeanProperties.typeOf(each)));
    if (taken.isEmpty() && read.isEmpty()) {
      return;
    }
    Set<TypeElement> held = heldBy(types);
    held.add(type);
    for (Element each : taken) {
      unheld(BeanProperties.typeOf(each), held)
          .ifPresent(unheld -> found.add(unchecked(each, unheld, "")));
    }
    addConverted(type, read, held, found);
  }

  /**
   * Adds what a converter reads in the place of a property.
   *
   * @param mapped all that may bear annotations of Jackson for it
   */
  void of(Element property, List<Element> mapped, TypeMirror type, List<UncheckedInput> found) {
    Set<TypeElement> makers = new LinkedHashSet<>();
    for (Element each : mapped) {
      makers.addAll(jackson.makersOn(each));
    }
    List<Read> read = makers.stream().flatMap(each -> readBy(each).stream()).toList();
    if (!read.isEmpty()) {
      Set<TypeElement> types = ConstrainedTypes.named(type);
      Set<TypeElement> held = heldBy(types);
      held.addAll(types);
      addConverted(property, read, held, found);
    }
  }

  private void addConverted(
      Element at, List<Read> read, Set<TypeElement> held, List<UncheckedInput> found) {
    for (Read each : read) {
      String converted = ", which " + each.converter().getSimpleName() + " converts,";
      unheld(each.type(), held).ifPresent(unheld -> found.add(unchecked(at, unheld, converted)));
    }
  }

  private Optional<Read> readBy(TypeElement maker) {
    return members.passedOn(maker, CONVERTER).stream()
        .findFirst()
        .map(each -> new Read(maker, each));
  }

  /** What properties hold, and what a container that is extended does. */
  private static Set<TypeElement> heldBy(Collection<TypeElement> types) {
    Set<TypeElement> held = new HashSet<>();
    for (TypeElement type : types) {
      for (Element property : BeanProperties.of(type)) {
        held.addAll(ConstrainedTypes.named(BeanProperties.typeOf(property)));
      }
      for (TypeMirror supertype : HeaderConstraints.supertypes(type)) {
        held.addAll(ConstrainedTypes.named(supertype));
      }
    }
    return held;
  }

  private Optional<TypeElement> unheld(TypeMirror taken, Set<TypeElement> held) {
    return ConstrainedTypes.named(taken).stream()
        .filter(each -> !held.contains(each) && constrained.isOne(each))
        .findFirst();
  }

  private static UncheckedInput unchecked(Element taking, TypeElement type, String converted) {
    return new UncheckedInput(
        type.getSimpleName() + converted + " has constraints, and no property holds it",
        "hold it in a field, with @Valid, or write the constraints on what is made of it",
        ElementSpot.of(taking));
  }

  private void addTaken(
      TypeElement type, List<TypeElement> types, String prefix, List<Element> taken) {
    for (TypeElement each : types) {
      for (ExecutableElement method : BeanProperties.methods(each)) {
        if (isSetter(method, prefix)) {
          taken.addAll(method.getParameters());
        }
      }
    }
    if (!BeanProperties.isAbstract(type)) {
      addTakenByCreators(type, taken);
    }
  }

  private boolean isSetter(ExecutableElement method, String prefix) {
    return (method.getParameters().size() == 1
            && method.getSimpleName().toString().startsWith(prefix))
        || annotations.find(method, SETTING).isPresent();
  }

  /** Creators that are annotated, and the only constructor of a class. */
  private void addTakenByCreators(TypeElement type, List<Element> taken) {
    List<ExecutableElement> all = jackson.creators(type);
    boolean onlyOne =
        type.getKind() == ElementKind.CLASS
            && all.stream().filter(ConvertedInput::isConstructor).count() == 1;
    for (ExecutableElement each : all) {
      if (onlyOne || !isConstructor(each) || jackson.isCreator(each)) {
        taken.addAll(each.getParameters());
      }
    }
  }

  private static boolean isConstructor(ExecutableElement method) {
    return method.getKind() == ElementKind.CONSTRUCTOR;
  }
}
