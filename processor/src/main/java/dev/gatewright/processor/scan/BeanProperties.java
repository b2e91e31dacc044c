package dev.gatewright.processor.scan;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds properties of beans and records, and their getters as Hibernate Validator knows them. */
final class BeanProperties {
  private BeanProperties() {}

  /** Fields of instances, and getters without a field, that hold what a client can send. */
  static Stream<Element> of(TypeElement type) {
    List<VariableElement> fields = fields(type).toList();
    Set<Element> ofFields =
        fields.stream().flatMap(each -> declarations(each, type)).collect(Collectors.toSet());
    return Stream.concat(
        fields.stream().filter(field -> canBeSent(field, type)),
        methods(type)
            .filter(method -> isGetter(method) && !ofFields.contains(method))
            .filter(method -> isAbstract(method) || setters(method, type).findAny().isPresent()));
  }

  static Stream<VariableElement> fields(TypeElement type) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(BeanProperties::isOfInstances);
  }

  /** Methods of instances. */
  static Stream<ExecutableElement> methods(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(BeanProperties::isOfInstances);
  }

  /** Frameworks pass over a transient field, but not over its accessors. */
  private static boolean canBeSent(VariableElement field, TypeElement type) {
    return !field.getModifiers().contains(Modifier.TRANSIENT)
        || Stream.concat(declarations(field, type), setters(field, type)).findAny().isPresent();
  }

  /** Whether validation of an object asks the method. Only a primitive boolean has other names. */
  static boolean isGetter(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    TypeKind returned = method.getReturnType().getKind();
    return method.getParameters().isEmpty()
        && returned != TypeKind.VOID
        && isOfInstances(method)
        && name.length() > prefix(name).length()
        && (name.startsWith("get")
            || (returned == TypeKind.BOOLEAN && (name.startsWith("is") || name.startsWith("has"))));
  }

  /**
   * The getters of a property that one type of its hierarchy declares; of a property that is a
   * getter only, its field too, as an interface has none.
   */
  static Stream<Element> declarations(Element property, TypeElement type) {
    String name = nameOf(property);
    return Stream.concat(
        fields(type)
            .filter(field -> property instanceof ExecutableElement)
            .filter(field -> field.getSimpleName().contentEquals(name)),
        methods(type).filter(BeanProperties::isGetter).filter(each -> nameOf(each).equals(name)));
  }

  /** Everything in one type that may bear annotations of Jackson for the property. */
  static Stream<Element> mapped(Element property, TypeElement type) {
    String name = nameOf(property);
    Stream<Element> fluent =
        methods(type).filter(each -> each.getSimpleName().contentEquals(name)).map(each -> each);
    Stream<Element> created =
        JacksonTypes.creators(type)
            .flatMap(each -> each.getParameters().stream())
            .filter(each -> each.getSimpleName().contentEquals(name))
            .map(each -> each);
    return Stream.of(
            Stream.of(property),
            declarations(property, type),
            setters(property, type),
            fluent,
            created)
        .flatMap(each -> each);
  }

  private static Stream<ExecutableElement> setters(Element property, TypeElement type) {
    String name = nameOf(property);
    String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return methods(type).filter(method -> method.getSimpleName().contentEquals(setter));
  }

  static TypeMirror typeOf(Element property) {
    return property instanceof ExecutableElement method
        ? method.getReturnType()
        : property.asType();
  }

  private static boolean isOfInstances(Element member) {
    return !member.getModifiers().contains(Modifier.STATIC);
  }

  static boolean isAbstract(Element element) {
    return element.getModifiers().contains(Modifier.ABSTRACT);
  }

  static String nameOf(Element property) {
    String name = property.getSimpleName().toString();
    if (property.getKind() != ElementKind.METHOD || name.equals(prefix(name))) {
      return name;
    }
    String capitalized = name.substring(prefix(name).length());
    return capitalized.substring(0, 1).toLowerCase(Locale.ROOT) + capitalized.substring(1);
  }

  private static String prefix(String getter) {
    if (getter.startsWith("get")) {
      return "get";
    }
    return getter.startsWith("has") ? "has" : getter.startsWith("is") ? "is" : "";
  }
}
