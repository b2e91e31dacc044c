package dev.gatewright.processor.scan;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads from the annotations of Jackson by what and as what it makes objects. */
final class JacksonTypes {
  private static final String CREATOR = "com.fasterxml.jackson.annotation.JsonCreator";

  /** Annotations that name classes to make instead of what bears them. */
  private static final Set<String> NAMING =
      Set.of(
          "com.fasterxml.jackson.annotation.JsonSubTypes",
          "com.fasterxml.jackson.annotation.JsonTypeInfo",
          "com.fasterxml.jackson.databind.annotation.JsonDeserialize",
          "tools.jackson.databind.annotation.JsonDeserialize");

  /** Members of these that name what makes the objects. */
  private static final Set<String> MAKING = Set.of("builder", "converter", "contentConverter");

  private static final Set<String> BUILDER =
      Set.of(
          "com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder",
          "tools.jackson.databind.annotation.JsonPOJOBuilder");

  private JacksonTypes() {}

  /** Constructors of a class or record, and methods that are annotated as such. */
  static Stream<ExecutableElement> creators(TypeElement type) {
    return type.getKind() == ElementKind.ENUM
        ? Stream.empty()
        : type.getEnclosedElements().stream()
            .filter(ExecutableElement.class::isInstance)
            .map(ExecutableElement.class::cast)
            .filter(each -> each.getKind() == ElementKind.CONSTRUCTOR || isCreator(each));
  }

  /** Whether a constructor or method is annotated as such. */
  static boolean isCreator(ExecutableElement method) {
    return AnnotationSearch.find(method, Set.of(CREATOR)).isPresent();
  }

  /** Classes that annotations of a type, or of what belongs to a property, name as made there. */
  static Stream<TypeElement> namedOn(Element element) {
    return namedOn(element, false);
  }

  /** Builders and converters, which such annotations name as what makes the objects. */
  static Stream<TypeElement> makersOn(Element element) {
    return namedOn(element, true);
  }

  private static Stream<TypeElement> namedOn(Element element, boolean making) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> NAMING.contains(ElementNames.typeOf(mirror).toString()))
        .flatMap(mirror -> mirror.getElementValues().entrySet().stream())
        .filter(each -> MAKING.contains(each.getKey().getSimpleName().toString()) == making)
        .flatMap(each -> classes(each.getValue()))
        .filter(DeclaredType.class::isInstance)
        .map(each -> (TypeElement) ((DeclaredType) each).asElement());
  }

  /** What the names of a builder's methods begin with that take properties. */
  static String prefixOf(TypeElement builder) {
    return AnnotationSearch.find(builder, BUILDER).stream()
        .flatMap(mirror -> mirror.getElementValues().entrySet().stream())
        .filter(each -> each.getKey().getSimpleName().contentEquals("withPrefix"))
        .map(each -> (String) each.getValue().getValue())
        .findFirst()
        .orElse("with");
  }

  private static Stream<TypeMirror> classes(AnnotationValue value) {
    Object held = value.getValue();
    if (held instanceof List<?> several) {
      return several.stream().flatMap(each -> classes((AnnotationValue) each));
    }
    if (held instanceof AnnotationMirror nested) {
      return nested.getElementValues().values().stream().flatMap(JacksonTypes::classes);
    }
    return held instanceof TypeMirror type ? Stream.of(type) : Stream.empty();
  }
}
