package dev.gatewright.processor.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds properties of beans and records, and their getters as Hibernate Validator knows them. */
final class BeanProperties {
  private BeanProperties() {}

  /** Fields of instances, and getters without a field, that hold what a client can send. */
  static List<Element> of(TypeElement type) {
    List<Element> properties = new ArrayList<>();
    Set<Element> ofFields = new HashSet<>();
    for (VariableElement field : fields(type)) {
      List<Element> declarations = declarations(field, type);
      ofFields.addAll(declarations);
      // Frameworks pass over a transient field, but not over its accessors.
      if (!field.getModifiers().contains(Modifier.TRANSIENT)
          || !declarations.isEmpty()
          || !setters(field, type).isEmpty()) {
        properties.add(field);
      }
    }
    for (ExecutableElement method : methods(type)) {
      if (isGetter(method)
          && !ofFields.contains(method)
          && (isAbstract(method) || !setters(method, type).isEmpty())) {
        properties.add(method);
      }
    }
    return properties;
  }

  static List<VariableElement> fields(TypeElement type) {
    List<VariableElement> fields = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind().isField() && isOfInstances(member)) {
        fields.add((VariableElement) member);
      }
    }
    return fields;
  }

  /** Methods of instances. */
  static List<ExecutableElement> methods(TypeElement type) {
    List<ExecutableElement> methods = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof ExecutableElement method
          && method.getKind() == ElementKind.METHOD
          && isOfInstances(method)) {
        methods.add(method);
      }
    }
    return methods;
  }

  /** Whether validation of an object asks the method. Only a primitive boolean has other names. */
  static boolean isGetter(ExecutableElement method) {
    TypeKind returned = method.getReturnType().getKind();
    if (returned == TypeKind.VOID || !method.getParameters().isEmpty() || !isOfInstances(method)) {
      return false;
    }
    String name = method.getSimpleName().toString();
    return name.length() > prefix(name).length()
        && (name.startsWith("get")
            || (returned == TypeKind.BOOLEAN && (name.startsWith("is") || name.startsWith("has"))));
  }

  /**
   * The getters of a property that one type of its hierarchy declares; of a property that is a
   * getter only, its field too, as an interface has none.
   */
  static List<Element> declarations(Element property, TypeElement type) {
    String name = nameOf(property);
    List<Element> declarations = new ArrayList<>();
    if (property instanceof ExecutableElement) {
      for (VariableElement field : fields(type)) {
        if (field.getSimpleName().contentEquals(name)) {
          declarations.add(field);
        }
      }
    }
    for (ExecutableElement method : methods(type)) {
      if (isGetter(method) && nameOf(method).equals(name)) {
        declarations.add(method);
      }
    }
    return declarations;
  }

  static List<ExecutableElement> setters(Element property, TypeElement type) {
    String name = nameOf(property);
    String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    List<ExecutableElement> setters = new ArrayList<>();
    for (ExecutableElement method : methods(type)) {
      if (method.getSimpleName().contentEquals(setter)) {
        setters.add(method);
      }
    }
    return setters;
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
