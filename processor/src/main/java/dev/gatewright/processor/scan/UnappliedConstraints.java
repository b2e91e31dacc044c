package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.UncheckedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Finds constraints at places where Jakarta Validation never looks for them. */
final class UnappliedConstraints {
  private static final String ON_ELEMENTS = "constraints on elements of an array are not applied";

  private static final String IN_BOUNDS = "constraints in the bound of a wildcard are not applied";

  private static final String TARGET = "java.lang.annotation.Target";

  private final Sources sources;

  UnappliedConstraints(Sources sources) {
    this.sources = sources;
  }

  /** Those of a type whose instances are validated, and of its supertypes. */
  List<UncheckedInput> of(TypeElement type) {
    List<TypeElement> types = Hierarchy.of(type).types();
    List<VariableElement> fields = types.stream().flatMap(BeanProperties::fields).toList();
    List<UncheckedInput> found = new ArrayList<>();
    for (TypeElement each : types) {
      if (sources.contain(each)) {
        found.addAll(IneffectiveConstraints.on(each));
        found.addAll(HeaderConstraints.of(each));
        BeanProperties.fields(each).forEach(field -> found.addAll(on(field)));
        JacksonTypes.creators(each).forEach(creator -> parameters(creator, fields, found));
      }
      if (sources.contain(each) || each.getKind().isInterface()) {
        BeanProperties.methods(each).forEach(method -> method(method, type, fields, found));
      }
    }
    JacksonTypes.makersOn(type)
        .flatMap(each -> Hierarchy.of(each).types().stream())
        .filter(sources::contain)
        .flatMap(each -> each.getEnclosedElements().stream())
        .flatMap(UnappliedConstraints::withParameters)
        .filter(each -> !isBare(each) && !isCopied(each, fields))
        .filter(each -> !constraintsOf(each).isEmpty())
        .forEach(each -> found.add(ofMaker(each, type)));
    return found;
  }

  private static Stream<Element> withParameters(Element member) {
    return member instanceof ExecutableElement method
        ? Stream.concat(Stream.of(method), method.getParameters().stream())
        : Stream.of(member).filter(each -> each.getKind() == ElementKind.FIELD);
  }

  private static UncheckedInput ofMaker(Element element, TypeElement made) {
    String name = ElementNames.describe(made);
    return input(
        element,
        "constraints there are not applied, as validated is only the " + name + " that is made",
        "write them on the field or the getter of " + name);
  }

  /** Those of a field, a getter or the parameter of an endpoint. */
  List<UncheckedInput> on(Element element) {
    if (isBare(element)) {
      return List.of();
    }
    TypeMirror type = BeanProperties.typeOf(element);
    List<UncheckedInput> found = new ArrayList<>();
    found.addAll(IneffectiveConstraints.on(element));
    Set<String> own = texts(element.getAnnotationMirrors());
    constraints(type)
        .filter(mirror -> !own.contains(mirror.toString()))
        .map(ElementNames::typeOf)
        .forEach(each -> found.add(onTypeAlone(element, each)));
    if (hasConstrainedElements(type, own)) {
      found.add(input(element, ON_ELEMENTS, "write a List instead of the array"));
    }
    if (areBehindWildcards(type)) {
      found.add(input(element, IN_BOUNDS, "write the bound itself in place of the wildcard"));
    }
    return found;
  }

  /** Whether no annotation is on it or in its type, as on most of all members. */
  private static boolean isBare(Element element) {
    return element.getAnnotationMirrors().isEmpty()
        && ValidationAnnotations.inside(BeanProperties.typeOf(element)).findAny().isEmpty();
  }

  private static UncheckedInput onTypeAlone(Element element, TypeElement annotation) {
    return input(
        element,
        "@" + annotation.getSimpleName() + " annotates only the type there, and is not applied",
        isForFields(annotation)
            ? "write it before the whole type"
            : "let its @Target have FIELD, METHOD and PARAMETER");
  }

  private static boolean isForFields(TypeElement annotation) {
    return annotation.getAnnotationMirrors().stream()
        .filter(each -> ElementNames.isNamed(ElementNames.typeOf(each), TARGET))
        .flatMap(each -> each.getElementValues().values().stream())
        .allMatch(each -> each.toString().contains("FIELD"));
  }

  private void method(
      ExecutableElement method,
      TypeElement type,
      List<VariableElement> fields,
      List<UncheckedInput> found) {
    if (!isBare(method) && !isCopied(method, fields)) {
      if (!BeanProperties.isGetter(method)) {
        // What arrives is one of the subtypes, which are looked at themselves.
        boolean open =
            BeanProperties.isAbstract(method)
                && BeanProperties.isAbstract(type)
                && ConstrainedTypes.subtypes(type).findAny().isPresent();
        if (!open && !constraintsOf(method).isEmpty()) {
          found.add(noGetter(method, type, fields));
        }
        found.addAll(IneffectiveConstraints.on(method));
      } else if (sources.contain(method)) {
        found.addAll(on(method));
      }
    }
    if (sources.contain(method)) {
      parameters(method, fields, found);
    }
  }

  private UncheckedInput noGetter(
      ExecutableElement method, TypeElement type, List<VariableElement> fields) {
    String reason = "constraints on a method that is no getter are not applied";
    return sources.contain(method)
        ? input(method, reason, fix(method, type, fields))
        : input(
            type, reason + ", as on " + ElementNames.describe(method), fix(method, type, fields));
  }

  private static String fix(
      ExecutableElement method, TypeElement type, List<VariableElement> fields) {
    String name = method.getSimpleName().toString();
    TypeMirror returned = method.getReturnType();
    if (fields.stream().anyMatch(field -> field.getSimpleName().contentEquals(name))) {
      if (!constraints(method)
          .map(ElementNames::typeOf)
          .allMatch(UnappliedConstraints::isForFields)) {
        return "let their @Target have FIELD, and write them on the field";
      }
      String kind = type.getKind() == ElementKind.RECORD ? "component" : "field";
      return "write them on the " + kind + " '" + name + "' of " + ElementNames.describe(type);
    }
    if (returned.getKind() == TypeKind.VOID || !method.getParameters().isEmpty()) {
      return "write them on the field or the getter";
    }
    boolean wrapper = returned.toString().endsWith("java.lang.Boolean");
    if (wrapper && (name.startsWith("is") || name.startsWith("has"))) {
      return "let it return 'boolean'";
    }
    String prefix = returned.getKind() == TypeKind.BOOLEAN ? "is" : "get";
    return "name it '"
        + prefix
        + name.substring(0, 1).toUpperCase(Locale.ROOT)
        + name.substring(1)
        + "'";
  }

  private void parameters(
      ExecutableElement method, List<VariableElement> fields, List<UncheckedInput> found) {
    boolean constructor = method.getKind() == ElementKind.CONSTRUCTOR;
    boolean ofRecord = ElementNames.enclosing(method).getKind() == ElementKind.RECORD;
    for (VariableElement parameter : method.getParameters()) {
      if (isBare(parameter) || isCopied(parameter, fields)) {
        continue;
      }
      found.addAll(IneffectiveConstraints.on(parameter));
      if (!constraintsOf(parameter).isEmpty()) {
        found.add(
            input(
                parameter,
                "constraints on parameters of a "
                    + (constructor ? "constructor" : "method")
                    + " are not applied",
                ofRecord
                    ? "write them on the component of the record"
                    : "write them on the field or the getter"));
      }
    }
  }

  /** Whether the field of that name bears all of it, too, as that of a record's component does. */
  private static boolean isCopied(Element element, List<VariableElement> fields) {
    Set<String> all = annotationsOf(element);
    return fields.stream()
        .filter(field -> field.getSimpleName().equals(element.getSimpleName()))
        .anyMatch(field -> annotationsOf(field).containsAll(all));
  }

  private static Set<String> annotationsOf(Element element) {
    TypeMirror type = BeanProperties.typeOf(element);
    return Stream.concat(
            element.getAnnotationMirrors().stream(), ValidationAnnotations.inside(type))
        .filter(UnappliedConstraints::isOfValidation)
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  private static boolean isOfValidation(AnnotationMirror mirror) {
    TypeElement type = ElementNames.typeOf(mirror);
    return ValidationAnnotations.isOne(type) || IneffectiveConstraints.isOne(type);
  }

  private static Set<String> constraintsOf(Element element) {
    TypeMirror type = BeanProperties.typeOf(element);
    return Stream.concat(
            constraints(element),
            ValidationAnnotations.inside(type).filter(UnappliedConstraints::isConstraint))
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  private static Stream<AnnotationMirror> constraints(AnnotatedConstruct annotated) {
    return annotated.getAnnotationMirrors().stream()
        .filter(UnappliedConstraints::isConstraint)
        .map(each -> each);
  }

  /**
   * @param own annotations before the type, which compilers show on the elements of an array, too
   */
  private static boolean hasConstrainedElements(TypeMirror type, Set<String> own) {
    if (type instanceof ArrayType array) {
      return ValidationAnnotations.inside(array.getComponentType())
          .filter(UnappliedConstraints::isConstraint)
          .anyMatch(mirror -> !own.contains(mirror.toString()));
    }
    return ValidationAnnotations.parts(type)
        .anyMatch(part -> hasConstrainedElements(part, Set.of()));
  }

  private static boolean areBehindWildcards(TypeMirror type) {
    Stream<TypeMirror> parts = ValidationAnnotations.parts(type);
    return type instanceof WildcardType
        ? parts.flatMap(ValidationAnnotations::inside).anyMatch(UnappliedConstraints::isConstraint)
        : parts.anyMatch(UnappliedConstraints::areBehindWildcards);
  }

  private static boolean isConstraint(AnnotationMirror mirror) {
    return ValidationAnnotations.isConstraint(ElementNames.typeOf(mirror));
  }

  private static Set<String> texts(List<? extends AnnotationMirror> mirrors) {
    return mirrors.stream().map(Object::toString).collect(Collectors.toSet());
  }

  private static UncheckedInput input(Element element, String reason, String fix) {
    return new UncheckedInput(reason, fix, ElementSpot.of(element));
  }
}
