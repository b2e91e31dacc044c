package dev.gatewright.processor.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads from the annotations of Jackson by what and as what it makes objects. */
final class JacksonTypes {
  private static final Set<String> CREATOR = Set.of("com.fasterxml.jackson.annotation.JsonCreator");

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

  private final AnnotationNames annotations;

  JacksonTypes(AnnotationNames annotations) {
    this.annotations = annotations;
  }

  /** Constructors of a class or record, and methods that are annotated as such. */
  List<ExecutableElement> creators(TypeElement type) {
    List<ExecutableElement> creators = new ArrayList<>();
    if (type.getKind() != ElementKind.ENUM) {
      for (Element member : type.getEnclosedElements()) {
        if (member instanceof ExecutableElement method
            && (method.getKind() == ElementKind.CONSTRUCTOR || isCreator(method))) {
          creators.add(method);
        }
      }
    }
    return creators;
  }

  /** Whether a constructor or method is annotated as such. */
  boolean isCreator(ExecutableElement method) {
    return annotations.find(method, CREATOR).isPresent();
  }

  /** Everything in one type that may bear annotations of Jackson for the property. */
  List<Element> mapped(Element property, TypeElement type) {
    List<Element> mapped = new ArrayList<>();
    mapped.add(property);
    mapped.addAll(BeanProperties.declarations(property, type));
    mapped.addAll(BeanProperties.setters(property, type));
    String name = BeanProperties.nameOf(property);
    for (ExecutableElement method : BeanProperties.methods(type)) {
      if (method.getSimpleName().contentEquals(name)) {
        mapped.add(method);
      }
    }
    for (ExecutableElement creator : creators(type)) {
      for (Element parameter : creator.getParameters()) {
        if (parameter.getSimpleName().contentEquals(name)) {
          mapped.add(parameter);
        }
      }
    }
    return mapped;
  }

  /** Classes that annotations of a type, or of what belongs to a property, name as made there. */
  List<TypeElement> namedOn(Element element) {
    return namedOn(element, false);
  }

  /** Builders and converters, which such annotations name as what makes the objects. */
  List<TypeElement> makersOn(Element element) {
    return namedOn(element, true);
  }

  private List<TypeElement> namedOn(Element element, boolean making) {
    List<TypeElement> named = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (NAMING.contains(annotations.nameOf(ElementNames.typeOf(mirror)))) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each :
            mirror.getElementValues().entrySet()) {
          if (MAKING.contains(each.getKey().getSimpleName().toString()) == making) {
            addClasses(each.getValue(), named);
          }
        }
      }
    }
    return named;
  }

  private static void addClasses(AnnotationValue value, List<TypeElement> into) {
    Object held = value.getValue();
    if (held instanceof List<?> several) {
      several.forEach(each -> addClasses((AnnotationValue) each, into));
    } else if (held instanceof AnnotationMirror nested) {
      nested.getElementValues().values().forEach(each -> addClasses(each, into));
    } else if (held instanceof DeclaredType type) {
      into.add((TypeElement) type.asElement());
    }
  }

  /** What the names of a builder's methods begin with that take properties. */
  String prefixOf(TypeElement builder) {
    return annotations.find(builder, BUILDER).stream()
        .flatMap(mirror -> mirror.getElementValues().entrySet().stream())
        .filter(each -> each.getKey().getSimpleName().contentEquals("withPrefix"))
        .map(each -> (String) each.getValue().getValue())
        .findFirst()
        .orElse("with");
  }
}
