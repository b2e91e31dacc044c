package dev.gatewright.processor.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/** Which types have constraints inside, on their own or through what their fields hold. */
final class ConstrainedTypes {
  private static final String CREATOR = "com.fasterxml.jackson.annotation.JsonCreator";

  /** Annotations that name classes to make instead of the one that bears them. */
  private static final Set<String> SUBTYPES =
      Set.of(
          "com.fasterxml.jackson.annotation.JsonSubTypes",
          "com.fasterxml.jackson.annotation.JsonTypeInfo",
          "com.fasterxml.jackson.databind.annotation.JsonDeserialize",
          "tools.jackson.databind.annotation.JsonDeserialize");

  private ConstrainedTypes() {}

  /** Whether validation of an instance would check anything, if all of it were looked into. */
  static boolean isOne(TypeElement type) {
    return isOne(type, new HashSet<>());
  }

  /** Whether a type, or an argument or component of it, is one. */
  static boolean areNamedIn(TypeMirror type) {
    return named(bound(type)).anyMatch(ConstrainedTypes::isOne);
  }

  private static boolean isOne(TypeElement type, Set<TypeElement> seen) {
    if (!seen.add(type) || ElementNames.packageOf(type).startsWith("java.")) {
      return false;
    }
    return Hierarchy.of(type).types().stream()
            .anyMatch(each -> hasConstraints(each) || holdsOne(each, seen))
        || constructorConstraints(type).findAny().isPresent()
        || subtypes(type).anyMatch(each -> isOne(each, seen));
  }

  private static boolean hasConstraints(TypeElement type) {
    return type.getAnnotationMirrors().stream()
            .map(ElementNames::typeOf)
            .anyMatch(ValidationAnnotations::isConstraint)
        || ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .anyMatch(field -> isOfInstances(field) && areOn(field, field.asType()))
        || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .anyMatch(method -> isGetter(method) && areOn(method, method.getReturnType()));
  }

  private static boolean areOn(Element element, TypeMirror type) {
    return ValidationAnnotations.areOn(element, type);
  }

  private static boolean holdsOne(TypeElement type, Set<TypeElement> seen) {
    return properties(type).flatMap(each -> named(typeOf(each))).anyMatch(e -> isOne(e, seen));
  }

  /** Every class and interface that a type names. */
  private static Stream<TypeElement> named(TypeMirror type) {
    Stream<TypeElement> own =
        type instanceof DeclaredType declared
            ? Stream.of((TypeElement) declared.asElement())
            : Stream.empty();
    return Stream.concat(own, ValidationAnnotations.parts(type).flatMap(ConstrainedTypes::named));
  }

  /** Fields of instances, and getters without a field, that hold what a client can send. */
  static Stream<Element> properties(TypeElement type) {
    List<VariableElement> fields =
        ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(ConstrainedTypes::isOfInstances)
            .toList();
    Set<ExecutableElement> ofFields =
        fields.stream().flatMap(each -> getter(each).stream()).collect(Collectors.toSet());
    return Stream.concat(
        fields.stream().filter(field -> !field.getModifiers().contains(Modifier.TRANSIENT)),
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(method -> isGetter(method) && !ofFields.contains(method) && isSet(method)));
  }

  /** Whether a value from outside can be behind the getter. */
  private static boolean isSet(ExecutableElement getter) {
    String name = getter.getSimpleName().toString();
    String setter = "set" + name.substring(name.startsWith("is") ? 2 : 3);
    return getter.getModifiers().contains(Modifier.ABSTRACT)
        || ElementFilter.methodsIn(ElementNames.enclosing(getter).getEnclosedElements()).stream()
            .anyMatch(method -> method.getSimpleName().contentEquals(setter));
  }

  private static TypeMirror typeOf(Element property) {
    return property instanceof ExecutableElement getter
        ? getter.getReturnType()
        : property.asType();
  }

  /** Parameters by which an object is made and whose constraints no validation of it applies. */
  static Stream<VariableElement> constructorConstraints(TypeElement type) {
    if (type.getKind() != ElementKind.CLASS) {
      // Those of a record are on its fields, too.
      return Stream.empty();
    }
    return type.getEnclosedElements().stream()
        .filter(
            each ->
                each.getKind() == ElementKind.CONSTRUCTOR
                    || AnnotationSearch.find(each, Set.of(CREATOR)).isPresent())
        .map(ExecutableElement.class::cast)
        .flatMap(each -> each.getParameters().stream())
        .filter(each -> areOn(each, each.asType()))
        .map(VariableElement.class::cast);
  }

  /** What may arrive in place of the type: what it permits, and what Jackson is told of. */
  static Stream<TypeElement> subtypes(TypeElement type) {
    Stream<TypeMirror> permitted = type.getPermittedSubclasses().stream().map(each -> each);
    Stream<TypeMirror> named =
        type.getAnnotationMirrors().stream()
            .filter(mirror -> SUBTYPES.contains(ElementNames.typeOf(mirror).toString()))
            .flatMap(mirror -> mirror.getElementValues().values().stream())
            .flatMap(ConstrainedTypes::classes);
    return Stream.concat(permitted, named)
        .filter(DeclaredType.class::isInstance)
        .map(each -> (TypeElement) ((DeclaredType) each).asElement())
        .filter(each -> !each.equals(type));
  }

  private static Stream<TypeMirror> classes(AnnotationValue value) {
    Object held = value.getValue();
    if (held instanceof List<?> several) {
      return several.stream().flatMap(each -> classes((AnnotationValue) each));
    }
    if (held instanceof AnnotationMirror nested) {
      return nested.getElementValues().values().stream().flatMap(ConstrainedTypes::classes);
    }
    return held instanceof TypeMirror type ? Stream.of(type) : Stream.empty();
  }

  private static boolean isOfInstances(Element member) {
    return !member.getModifiers().contains(Modifier.STATIC);
  }

  private static boolean isGetter(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    return isOfInstances(method)
        && method.getParameters().isEmpty()
        && method.getReturnType().getKind() != TypeKind.VOID
        && (name.startsWith("get") || name.startsWith("is"));
  }

  /** The getter of a field, as beans and records have it. */
  private static Optional<ExecutableElement> getter(VariableElement field) {
    return declarations(field, ElementNames.enclosingType(field))
        .filter(ExecutableElement.class::isInstance)
        .map(ExecutableElement.class::cast)
        .findFirst();
  }

  /**
   * The getters of a property that one type of its hierarchy declares; of a property that is a
   * getter only, its field too, as an interface has none.
   */
  static Stream<Element> declarations(Element property, TypeElement type) {
    String name = nameOf(property);
    String capitalized = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    List<String> names = List.of(name, "get" + capitalized, "is" + capitalized);
    return Stream.concat(
        ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(field -> property instanceof ExecutableElement && isOfInstances(field))
            .filter(field -> field.getSimpleName().contentEquals(name)),
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(method -> method.getParameters().isEmpty())
            .filter(method -> names.contains(method.getSimpleName().toString())));
  }

  private static String nameOf(Element property) {
    String name = property.getSimpleName().toString();
    if (!(property instanceof ExecutableElement)) {
      return name;
    }
    String capitalized = name.substring(name.startsWith("is") ? 2 : 3);
    if (capitalized.isEmpty()) {
      return name;
    }
    return capitalized.substring(0, 1).toLowerCase(Locale.ROOT) + capitalized.substring(1);
  }

  /** What may stand for a type variable or a wildcard; the type itself where it is neither. */
  static TypeMirror bound(TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      return bound(variable.getUpperBound());
    }
    if (type instanceof IntersectionType intersection) {
      return bound(intersection.getBounds().get(0));
    }
    return type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null
        ? bound(wildcard.getExtendsBound())
        : type;
  }
}
