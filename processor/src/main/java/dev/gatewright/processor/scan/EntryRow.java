package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.RefusedEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;

/**
 * One way by which a framework reaches methods or types, and what to do where a guard should stand
 * in it.
 *
 * @param framework its name, as messages show it
 * @param kind why a guard cannot decide there
 * @param names of annotations or supertypes
 */
record EntryRow(
    String framework,
    RefusedEntry.Kind kind,
    Place place,
    When when,
    String fix,
    Set<String> names) {

  /** What bears the mark. */
  enum Place {
    /** A method that is annotated, directly or through another annotation. */
    METHOD,
    /** A method whose nearest declaration is annotated, as those it overrides do not count. */
    METHOD_ITSELF,
    /** A setter of a type that is annotated. */
    SETTER_OF_TYPE,
    /** A method that implements or overrides one of the named types. */
    METHOD_OF_SUPERTYPE,
    /** A type that is annotated, directly or through another annotation, or a supertype is. */
    TYPE,
    /** A type that has the named one as a supertype. */
    SUPERTYPE,
    /** An interface that is annotated itself. */
    INTERFACE,
    /** An interface that extends the named one. */
    SUBINTERFACE
  }

  /** When a marked method is refused. A marked type is refused wherever it would have a guard. */
  enum When {
    /** In every type that has a guard: clients reach the method. */
    BESIDE_ENDPOINTS,
    /** Where one of Gatewright's annotations is on the method or on a type of the hierarchy. */
    ANNOTATED,
    /** Where the guard would check it. */
    ENDPOINT,
    /** Where the guard would check it, or the container is left to implement it. */
    ENDPOINT_OR_ABSTRACT,
    /** Where the guard would check it, which an annotation of a type does not bring about. */
    BEYOND_TYPES
  }

  /** What marks the type, as messages show it. */
  Optional<String> ofType(AnnotationNames annotations, Hierarchy hierarchy) {
    List<? extends Element> own = List.of(hierarchy.type());
    boolean isInterface = hierarchy.type().getKind().isInterface();
    return switch (place) {
      case METHOD, METHOD_ITSELF, SETTER_OF_TYPE, METHOD_OF_SUPERTYPE -> Optional.empty();
      case TYPE -> mark(annotations, hierarchy.types());
      case SUPERTYPE -> supertype(hierarchy);
      case INTERFACE -> isInterface ? mark(annotations, own) : Optional.empty();
      case SUBINTERFACE -> isInterface ? supertype(hierarchy) : Optional.empty();
    };
  }

  /** What marks the method, as messages show it. */
  Optional<String> ofMethod(AnnotationNames annotations, Hierarchy hierarchy, Member member) {
    return switch (place) {
      case METHOD -> mark(annotations, member.declarations());
      case METHOD_ITSELF -> mark(annotations, List.of(member.method()));
      case SETTER_OF_TYPE ->
          isSetter(member) ? mark(annotations, hierarchy.types()) : Optional.empty();
      case METHOD_OF_SUPERTYPE ->
          member.declarations().stream()
              .map(ElementNames::enclosingType)
              .filter(type -> names.contains(type.getQualifiedName().toString()))
              .map(ElementNames::describe)
              .findFirst();
      case TYPE, SUPERTYPE, INTERFACE, SUBINTERFACE -> Optional.empty();
    };
  }

  private Optional<String> mark(AnnotationNames annotations, List<? extends Element> elements) {
    return annotations
        .find(elements, names)
        .map(mirror -> "@" + ElementNames.typeOf(mirror).getSimpleName());
  }

  private Optional<String> supertype(Hierarchy hierarchy) {
    return hierarchy.supertypes().stream()
        .filter(type -> names.contains(type.getQualifiedName().toString()))
        .map(ElementNames::describe)
        .findFirst();
  }

  private static boolean isSetter(Member member) {
    String name = member.method().getSimpleName().toString();
    return member.method().getParameters().size() == 1
        && name.startsWith("set")
        && name.length() > "set".length()
        && !Character.isLowerCase(name.charAt("set".length()));
  }
}
