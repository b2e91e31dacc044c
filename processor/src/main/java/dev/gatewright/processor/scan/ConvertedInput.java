package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.UncheckedInput;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
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

  /** What a converter reads. */
  private record Read(TypeElement converter, TypeMirror type) {
    Stream<UncheckedInput> unheld(Element at, Set<TypeElement> held) {
      String converted = ", which " + converter.getSimpleName() + " converts,";
      return ConvertedInput.unheld(type, held).map(each -> unchecked(at, each, converted));
    }
  }

  ConvertedInput(Sources sources, Members members) {
    this.sources = sources;
    this.members = members;
  }

  /**
   * What a type takes so.
   *
   * @param types the type and those of its supertypes that are sources
   */
  List<UncheckedInput> of(TypeElement type, List<TypeElement> types) {
    List<Element> taken =
        Stream.concat(
                taken(type, types, "set"), JacksonTypes.makersOn(type).flatMap(this::takenByMaker))
            .filter(each -> ConstrainedTypes.areNamedIn(BeanProperties.typeOf(each)))
            .toList();
    List<Read> read = JacksonTypes.makersOn(type).flatMap(this::readBy).toList();
    if (taken.isEmpty() && read.isEmpty()) {
      return List.of();
    }
    Set<TypeElement> held = heldBy(types);
    held.add(type);
    return Stream.concat(
            taken.stream()
                .flatMap(
                    each ->
                        unheld(BeanProperties.typeOf(each), held)
                            .map(unheld -> unchecked(each, unheld, ""))),
            read.stream().flatMap(each -> each.unheld(type, held)))
        .toList();
  }

  /**
   * What a converter reads in the place of a property.
   *
   * @param mapped all that may bear annotations of Jackson for it
   */
  List<UncheckedInput> of(Element property, List<Element> mapped, TypeMirror type) {
    List<Read> read =
        mapped.stream().flatMap(JacksonTypes::makersOn).distinct().flatMap(this::readBy).toList();
    if (read.isEmpty()) {
      return List.of();
    }
    List<TypeElement> types = ConstrainedTypes.named(type).toList();
    Set<TypeElement> held = heldBy(types);
    held.addAll(types);
    return read.stream().flatMap(each -> each.unheld(property, held)).toList();
  }

  private Stream<Read> readBy(TypeElement maker) {
    return members.passedOn(maker, CONVERTER).stream().limit(1).map(each -> new Read(maker, each));
  }

  private Stream<Element> takenByMaker(TypeElement maker) {
    List<TypeElement> types =
        Hierarchy.of(maker).types().stream().filter(sources::contain).toList();
    String prefix = JacksonTypes.prefixOf(maker);
    return readBy(maker).findAny().isPresent() ? Stream.empty() : taken(maker, types, prefix);
  }

  /** What properties hold, and what a container that is extended does. */
  private static Set<TypeElement> heldBy(List<TypeElement> types) {
    return types.stream()
        .flatMap(
            each ->
                Stream.concat(
                    BeanProperties.of(each).map(BeanProperties::typeOf),
                    HeaderConstraints.supertypes(each)))
        .flatMap(ConstrainedTypes::named)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Stream<TypeElement> unheld(TypeMirror taken, Set<TypeElement> held) {
    return ConstrainedTypes.named(taken)
        .filter(each -> !held.contains(each) && ConstrainedTypes.isOne(each))
        .limit(1);
  }

  private static UncheckedInput unchecked(Element taking, TypeElement type, String converted) {
    return new UncheckedInput(
        type.getSimpleName() + converted + " has constraints, and no property holds it",
        "hold it in a field, with @Valid, or write the constraints on what is made of it",
        ElementSpot.of(taking));
  }

  private static Stream<Element> taken(TypeElement type, List<TypeElement> types, String prefix) {
    boolean isAbstract = type.getModifiers().contains(Modifier.ABSTRACT);
    return Stream.concat(
            types.stream().flatMap(each -> setters(each, prefix)),
            isAbstract ? Stream.empty() : creators(type))
        .flatMap(each -> each.getParameters().stream())
        .map(each -> each);
  }

  private static Stream<ExecutableElement> setters(TypeElement type, String prefix) {
    return BeanProperties.methods(type)
        .filter(
            each ->
                (each.getParameters().size() == 1
                        && each.getSimpleName().toString().startsWith(prefix))
                    || AnnotationSearch.find(each, SETTING).isPresent());
  }

  /** Those that are annotated, and the only constructor of a class. */
  private static Stream<ExecutableElement> creators(TypeElement type) {
    List<ExecutableElement> all = JacksonTypes.creators(type).toList();
    List<ExecutableElement> constructors =
        all.stream().filter(ConvertedInput::isConstructor).toList();
    return all.stream()
        .filter(
            each ->
                !isConstructor(each)
                    || (type.getKind() == ElementKind.CLASS && constructors.size() == 1)
                    || JacksonTypes.isCreator(each));
  }

  private static boolean isConstructor(ExecutableElement method) {
    return method.getKind() == ElementKind.CONSTRUCTOR;
  }
}
