package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.UncheckedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
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
  private final ConstrainedTypes constrained;
  private final ValidationAnnotations validation;
  private final IneffectiveConstraints ineffective;

  UnappliedConstraints(Sources sources, ConstrainedTypes constrained) {
    this.sources = sources;
    this.constrained = constrained;
    this.validation = constrained.validation();
    this.ineffective = constrained.ineffective();
  }

  /**
   * Adds those of a type whose instances are validated, and of its supertypes.
   *
   * @param types the type and its supertypes
   */
  void of(TypeElement type, List<TypeElement> types, List<UncheckedInput> found) {
    List<VariableElement> fields = new ArrayList<>();
    for (TypeElement each : types) {
      fields.addAll(BeanProperties.fields(each));
    }
    for (TypeElement each : types) {
      if (sources.contain(each)) {
        ineffective.on(each, found);
        constrained.headers().of(each, found);
        for (VariableElement field : BeanProperties.fields(each)) {
          on(field, found);
        }
        for (ExecutableElement creator : constrained.jackson().creators(each)) {
          parameters(creator, fields, found);
        }
      }
      if (sources.contain(each) || each.getKind().isInterface()) {
        for (ExecutableElement method : BeanProperties.methods(each)) {
          method(method, type, fields, found);
        }
      }
    }
    constrained.jackson().makersOn(type).stream()
        .flatMap(each -> Hierarchy.of(each).types().stream())
        .filter(sources::contain)
        .flatMap(each -> each.getEnclosedElements().stream())
        .flatMap(UnappliedConstraints::withParameters)
        .filter(each -> !isBare(each) && !isCopied(each, fields) && isConstrained(each))
        .forEach(each -> found.add(ofMaker(each, type)));
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

  /** Adds those of a field, a getter or the parameter of an endpoint. */
  void on(Element element, List<UncheckedInput> found) {
    if (isBare(element)) {
      return;
    }
    TypeMirror type = BeanProperties.typeOf(element);
    List<? extends AnnotationMirror> own = element.getAnnotationMirrors();
    ineffective.on(element, found);
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      if (isAppliedBefore(mirror) && !isAmong(own, mirror)) {
        found.add(onTypeAlone(element, ElementNames.typeOf(mirror)));
      }
    }
    if (hasConstrainedElements(type, own)) {
      found.add(input(element, ON_ELEMENTS, "write a List instead of the array"));
    }
    if (areBehindWildcards(type)) {
      found.add(input(element, IN_BOUNDS, "write the bound itself in place of the wildcard"));
    }
  }

  /** Whether no annotation is on it or in its type, as on most of all members. */
  private static boolean isBare(Element element) {
    return element.getAnnotationMirrors().isEmpty()
        && ValidationAnnotations.inside(BeanProperties.typeOf(element)).isEmpty();
  }

  /** Whether an annotation is written among others with the same values. */
  private static boolean isAmong(
      List<? extends AnnotationMirror> mirrors, AnnotationMirror mirror) {
    TypeElement annotation = ElementNames.typeOf(mirror);
    for (AnnotationMirror each : mirrors) {
      if (ElementNames.typeOf(each).equals(annotation) && haveSameValues(each, mirror)) {
        return true;
      }
    }
    return false;
  }

  private static boolean haveSameValues(AnnotationMirror one, AnnotationMirror other) {
    Map<? extends ExecutableElement, ? extends AnnotationValue> ofOne = one.getElementValues();
    Map<? extends ExecutableElement, ? extends AnnotationValue> ofOther = other.getElementValues();
    if (ofOne.size() != ofOther.size()) {
      return false;
    }
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each :
        ofOne.entrySet()) {
      AnnotationValue value = ofOther.get(each.getKey());
      if (value == null || !areSame(each.getValue(), value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean areSame(AnnotationValue one, AnnotationValue other) {
    return one.getValue().equals(other.getValue()) || one.toString().equals(other.toString());
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
                && !constrained.subtypes(type).isEmpty();
        if (!open && isConstrained(method)) {
          found.add(noGetter(method, type, fields));
        }
        ineffective.on(method, found);
      } else if (sources.contain(method)) {
        on(method, found);
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

  private String fix(ExecutableElement method, TypeElement type, List<VariableElement> fields) {
    String name = method.getSimpleName().toString();
    TypeMirror returned = method.getReturnType();
    if (fields.stream().anyMatch(field -> field.getSimpleName().contentEquals(name))) {
      if (!method.getAnnotationMirrors().stream()
          .filter(this::isConstraint)
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
      ineffective.on(parameter, found);
      if (isConstrained(parameter)) {
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
  private boolean isCopied(Element element, List<VariableElement> fields) {
    List<AnnotationMirror> all = annotationsOf(element);
    for (VariableElement field : fields) {
      if (field.getSimpleName().equals(element.getSimpleName())) {
        List<AnnotationMirror> ofField = annotationsOf(field);
        if (all.stream().allMatch(each -> isAmong(ofField, each))) {
          return true;
        }
      }
    }
    return false;
  }

  private List<AnnotationMirror> annotationsOf(Element element) {
    List<AnnotationMirror> all = new ArrayList<>(element.getAnnotationMirrors());
    all.addAll(ValidationAnnotations.inside(BeanProperties.typeOf(element)));
    all.removeIf(each -> !isOfValidation(ElementNames.typeOf(each)));
    return all;
  }

  private boolean isOfValidation(TypeElement annotation) {
    return validation.isOne(annotation) || ineffective.isOne(annotation);
  }

  private boolean isConstrained(Element element) {
    return validation.areOn(element) || validation.areInside(BeanProperties.typeOf(element));
  }

  /**
   * @param own annotations before the type, which compilers show on the elements of an array, too
   */
  private boolean hasConstrainedElements(TypeMirror type, List<? extends AnnotationMirror> own) {
    if (type instanceof ArrayType array) {
      for (AnnotationMirror mirror : ValidationAnnotations.inside(array.getComponentType())) {
        if (isConstraint(mirror) && !isAmong(own, mirror)) {
          return true;
        }
      }
      return false;
    }
    for (TypeMirror part : ValidationAnnotations.parts(type)) {
      if (hasConstrainedElements(part, List.of())) {
        return true;
      }
    }
    return false;
  }

  private boolean areBehindWildcards(TypeMirror type) {
    for (TypeMirror part : ValidationAnnotations.parts(type)) {
      if (type instanceof WildcardType ? validation.areInside(part) : areBehindWildcards(part)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is applied where it is written before the whole type only. */
  private boolean isAppliedBefore(AnnotationMirror mirror) {
    return isConstraint(mirror)
        || ElementNames.isNamed(ElementNames.typeOf(mirror), ValidationAnnotations.VALID);
  }

  private boolean isConstraint(AnnotationMirror mirror) {
    return validation.isConstraint(ElementNames.typeOf(mirror));
  }

  private static UncheckedInput input(Element element, String reason, String fix) {
    return new UncheckedInput(reason, fix, ElementSpot.of(element));
  }
}
