package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.ClassReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A type and its known supertypes except the language's own, nearest first: superclasses before
 * interfaces, and an interface before those it extends.
 */
final class Hierarchy {
  /** Supertypes that nobody writes; what they declare is no endpoint. */
  private static final Set<String> OF_THE_LANGUAGE =
      Set.of(
          "java.lang.Object",
          "java.lang.Enum",
          "java.lang.Record",
          "java.lang.annotation.Annotation");

  private final List<TypeElement> types;
  private @Nullable ClassReference name;
  private @Nullable Set<ClassReference> supertypeNames;

  private Hierarchy(List<TypeElement> types) {
    this.types = types;
  }

  static Hierarchy of(TypeElement type) {
    List<TypeElement> classes = new ArrayList<>();
    Set<TypeElement> interfaces = new LinkedHashSet<>();
    TypeElement next = type;
    while (next != null && !isOfTheLanguage(next)) {
      classes.add(next);
      collectInterfaces(next, interfaces);
      next =
          next.getSuperclass() instanceof DeclaredType superclass && isKnown(superclass)
              ? element(superclass)
              : null;
    }
    List<TypeElement> types = new ArrayList<>(classes);
    types.addAll(subtypesFirst(interfaces));
    return new Hierarchy(List.copyOf(types));
  }

  private static void collectInterfaces(TypeElement type, Set<TypeElement> into) {
    for (TypeMirror each : type.getInterfaces()) {
      if (each instanceof DeclaredType declared
          && isKnown(declared)
          && !isOfTheLanguage(element(declared))
          && into.add(element(declared))) {
        collectInterfaces(element(declared), into);
      }
    }
  }

  private static boolean isKnown(DeclaredType type) {
    return type.getKind() != TypeKind.ERROR;
  }

  private static boolean isOfTheLanguage(TypeElement type) {
    return OF_THE_LANGUAGE.contains(type.getQualifiedName().toString());
  }

  private static List<TypeElement> subtypesFirst(Set<TypeElement> interfaces) {
    List<TypeElement> remaining = new ArrayList<>(interfaces);
    if (remaining.size() < 2) {
      return remaining;
    }
    List<TypeElement> sorted = new ArrayList<>();
    while (!remaining.isEmpty()) {
      int nearest = 0;
      while (nearest < remaining.size() && isExtendedByAny(remaining.get(nearest), remaining)) {
        nearest++;
      }
      sorted.add(remaining.remove(nearest < remaining.size() ? nearest : 0));
    }
    return sorted;
  }

  private static boolean isExtendedByAny(TypeElement candidate, List<TypeElement> others) {
    for (TypeElement other : others) {
      if (!other.equals(candidate) && !other.getInterfaces().isEmpty()) {
        Set<TypeElement> extended = new HashSet<>();
        collectInterfaces(other, extended);
        if (extended.contains(candidate)) {
          return true;
        }
      }
    }
    return false;
  }

  private static TypeElement element(DeclaredType type) {
    return (TypeElement) type.asElement();
  }

  /** All types, the type itself first. */
  List<TypeElement> types() {
    return types;
  }

  TypeElement type() {
    return types.get(0);
  }

  ClassReference name() {
    ClassReference found = name;
    if (found == null) {
      found = ElementNames.reference(type());
      name = found;
    }
    return found;
  }

  /** All supertypes but the language's own. */
  List<TypeElement> supertypes() {
    return types.subList(1, types.size());
  }

  Set<ClassReference> supertypeNames() {
    Set<ClassReference> names = supertypeNames;
    if (names == null) {
      Set<ClassReference> found = new HashSet<>();
      for (TypeElement each : supertypes()) {
        found.add(ElementNames.reference(each));
      }
      names = Set.copyOf(found);
      supertypeNames = names;
    }
    return names;
  }
}
