package dev.gatewright.processor.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Which types have constraints inside, on their own or through what their fields hold. Looks at
 * each type once in a round.
 */
final class ConstrainedTypes {

  /** Bounds of type variables may name those again. */
  private static final int DEEPEST = 8;

  private final ValidationAnnotations validation = new ValidationAnnotations();
  private final IneffectiveConstraints ineffective = new IneffectiveConstraints(validation);
  private final HeaderConstraints headers = new HeaderConstraints(validation);
  private final JacksonTypes jackson;
  private final Map<TypeElement, Boolean> known = new HashMap<>();
  private final Map<TypeElement, Hierarchy> hierarchies = new HashMap<>();

  ConstrainedTypes(AnnotationNames annotations) {
    this.jackson = new JacksonTypes(annotations);
  }

  /** Forgets what it has seen: in another round, a type may hold what it did not. */
  void startRound() {
    validation.startRound();
    ineffective.startRound();
    known.clear();
    hierarchies.clear();
  }

  ValidationAnnotations validation() {
    return validation;
  }

  IneffectiveConstraints ineffective() {
    return ineffective;
  }

  HeaderConstraints headers() {
    return headers;
  }

  JacksonTypes jackson() {
    return jackson;
  }

  /** A type and its supertypes; many places hold the same few types. */
  Hierarchy hierarchy(TypeElement type) {
    Hierarchy found = hierarchies.get(type);
    if (found == null) {
      found = Hierarchy.of(type);
      hierarchies.put(type, found);
    }
    return found;
  }

  /** Whether validation of an instance would check anything, if all of it were looked into. */
  boolean isOne(TypeElement type) {
    Boolean one = known.get(type);
    if (one == null) {
      one = isOne(type, new HashSet<>());
      known.put(type, one);
    }
    return one;
  }

  /** Whether a type, or an argument or component of it, is one. */
  boolean areNamedIn(TypeMirror type) {
    for (TypeElement each : named(type)) {
      if (isOne(each)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOne(TypeElement type, Set<TypeElement> seen) {
    if (!seen.add(type) || ElementNames.packageOf(type).startsWith("java.")) {
      return false;
    }
    for (TypeElement each : hierarchy(type).types()) {
      if (hasConstraints(each) || holdsOne(each, seen)) {
        return true;
      }
    }
    return jackson.creators(type).stream().anyMatch(this::haveParameters)
        || isAnyOne(subtypes(type), seen)
        || isAnyOne(jackson.makersOn(type), seen);
  }

  private boolean isAnyOne(Iterable<TypeElement> types, Set<TypeElement> seen) {
    for (TypeElement each : types) {
      if (isOne(each, seen)) {
        return true;
      }
    }
    return false;
  }

  /** Wherever they are: those that are never applied are reported where the type is validated. */
  private boolean hasConstraints(TypeElement type) {
    if (areDirectlyOn(type) || headers.areOn(type)) {
      return true;
    }
    for (Element field : BeanProperties.fields(type)) {
      if (areOn(field)) {
        return true;
      }
    }
    for (ExecutableElement method : BeanProperties.methods(type)) {
      if (areOn(method) || haveParameters(method)) {
        return true;
      }
    }
    return false;
  }

  private boolean haveParameters(ExecutableElement method) {
    for (Element parameter : method.getParameters()) {
      if (areOn(parameter)) {
        return true;
      }
    }
    return false;
  }

  /** Whether something on the element itself, or inside its type, should be checked. */
  private boolean areOn(Element element) {
    if (areDirectlyOn(element)) {
      return true;
    }
    for (TypeMirror part : ValidationAnnotations.parts(BeanProperties.typeOf(element))) {
      if (isAnyChecked(ValidationAnnotations.inside(part))) {
        return true;
      }
    }
    return false;
  }

  private boolean areDirectlyOn(Element element) {
    return isAnyChecked(element.getAnnotationMirrors());
  }

  private boolean isAnyChecked(List<? extends AnnotationMirror> mirrors) {
    for (AnnotationMirror mirror : mirrors) {
      TypeElement annotation = ElementNames.typeOf(mirror);
      if (validation.isConstraint(annotation)
          || ElementNames.isNamed(annotation, ValidationAnnotations.VALID)
          || ineffective.isOne(annotation)) {
        return true;
      }
    }
    return false;
  }

  private boolean holdsOne(TypeElement type, Set<TypeElement> seen) {
    for (Element property : BeanProperties.of(type)) {
      if (isAnyOne(named(BeanProperties.typeOf(property)), seen)) {
        return true;
      }
      for (Element mapped : jackson.mapped(property, type)) {
        if (isAnyOne(jackson.namedOn(mapped), seen)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Every class and interface that a type names. */
  static Set<TypeElement> named(TypeMirror type) {
    Set<TypeElement> named = new LinkedHashSet<>();
    name(type, 0, named);
    return named;
  }

  private static void name(TypeMirror type, int depth, Set<TypeElement> named) {
    if (depth > DEEPEST) {
      return;
    }
    for (TypeMirror bound : bounds(type)) {
      if (bound instanceof DeclaredType declared) {
        named.add((TypeElement) declared.asElement());
      }
      for (TypeMirror part : ValidationAnnotations.parts(bound)) {
        name(part, depth + 1, named);
      }
    }
  }

  /** What may arrive in place of the type: what it permits, and what Jackson is told of. */
  List<TypeElement> subtypes(TypeElement type) {
    List<TypeElement> subtypes = new ArrayList<>();
    for (TypeMirror permitted : type.getPermittedSubclasses()) {
      if (permitted instanceof DeclaredType declared) {
        subtypes.add((TypeElement) declared.asElement());
      }
    }
    subtypes.addAll(jackson.namedOn(type));
    subtypes.removeIf(type::equals);
    return subtypes;
  }

  /** What may stand for a type variable or a wildcard; the type itself where it is neither. */
  static List<TypeMirror> bounds(TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      List<? extends TypeMirror> several =
          ((TypeParameterElement) variable.asElement()).getBounds();
      // Not every compiler makes one type of several bounds.
      return several.size() > 1 ? boundsOf(several) : bounds(variable.getUpperBound());
    }
    if (type instanceof IntersectionType intersection) {
      return boundsOf(intersection.getBounds());
    }
    return type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null
        ? bounds(wildcard.getExtendsBound())
        : List.of(type);
  }

  private static List<TypeMirror> boundsOf(List<? extends TypeMirror> types) {
    List<TypeMirror> bounds = new ArrayList<>();
    for (TypeMirror each : types) {
      bounds.addAll(bounds(each));
    }
    return bounds;
  }
}
