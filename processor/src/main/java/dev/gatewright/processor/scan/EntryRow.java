package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.RefusedEntry;
import java.util.Set;

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
    /** Where one of Gatewright's annotations is on the method: events also come from requests. */
    ANNOTATED_ITSELF
  }
}
