package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.UncheckedInput;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

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

  private ConvertedInput() {}

  /**
   * What a type takes so.
   *
   * @param types the type and those of its supertypes that are sources
   */
  static List<UncheckedInput> of(TypeElement type, List<TypeElement> types) {
    List<Element> taken =
        Stream.concat(
                types.stream().flatMap(ConvertedInput::setters),
                type.getModifiers().contains(Modifier.ABSTRACT) ? Stream.empty() : creators(type))
            .flatMap(each -> each.getParameters().stream())
            .filter(each -> ConstrainedTypes.areNamedIn(each.asType()))
            .<Element>map(each -> each)
            .toList();
    if (taken.isEmpty()) {
      return List.of();
    }
    Set<TypeElement> held =
        types.stream()
            .flatMap(BeanProperties::of)
            .flatMap(each -> ConstrainedTypes.named(BeanProperties.typeOf(each)))
            .collect(Collectors.toSet());
    return taken.stream()
        .flatMap(
            each ->
                ConstrainedTypes.named(each.asType())
                    .filter(named -> !held.contains(named) && ConstrainedTypes.isOne(named))
                    .limit(1)
                    .map(named -> unchecked(each, named)))
        .toList();
  }

  private static UncheckedInput unchecked(Element parameter, TypeElement type) {
    String name = type.getSimpleName().toString();
    return new UncheckedInput(
        name + " has constraints, and no property holds it",
        "hold it in a field, with @Valid, or write the constraints on what is made of it",
        ElementSpot.of(parameter));
  }

  private static Stream<ExecutableElement> setters(TypeElement type) {
    return BeanProperties.methods(type)
        .filter(
            each ->
                (each.getParameters().size() == 1
                        && each.getSimpleName().toString().startsWith("set"))
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
